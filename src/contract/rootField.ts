import type { GraphQLFieldConfig } from 'graphql';

import type { ResourceDecision } from '../policy/model/decisions.js';

import type { VisibleType } from './types/outputType.js';

/** The name and the configuration of a root field. */
export type RootField = readonly [string, GraphQLFieldConfig<unknown, unknown>];

/**
 * Builds the root fields of one kind for a resource; none if the decision does not allow them.
 *
 * @param visible the resource's type in the contract; undefined if no field of it is visible
 */
export type BuildRootFields = (
  decision: ResourceDecision,
  visible: VisibleType | undefined,
) => readonly RootField[];
