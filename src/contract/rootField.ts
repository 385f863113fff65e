import type { GraphQLFieldConfig } from 'graphql';

import type { ResourceDecision } from '../policy/model/decisions.js';

import type { VisibleType } from './types/outputType.js';

/** A root field by its name. */
export type RootField = readonly [string, GraphQLFieldConfig<unknown, unknown>];

/**
 * The root fields by which one way to ask is open for a resource; none where it is not.
 *
 * @param visible the resource's type in the contract; undefined where nothing of it is shown
 */
export type BuildRootFields = (
  decision: ResourceDecision,
  visible: VisibleType | undefined,
) => readonly RootField[];
