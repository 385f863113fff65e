import type { GraphQLSchema } from 'graphql';

import type { ResourceDecision } from '../policy/model/decisions.js';
import type { Fingerprint } from '../shared/brand.js';

import type { RootKind } from './rootFields.js';

/** A root field of a contract, and what it stands for. */
export interface Root {
  readonly kind: RootKind;
  readonly decision: ResourceDecision;
}

/**
 * The only schema that a requester has for a purpose, and the decisions it came from. It holds
 * nothing bound to a requester: those with equal decisions share it.
 */
export interface Contract {
  readonly fingerprint: Fingerprint;
  readonly schema: GraphQLSchema;
  /** Decisions of the types that the schema may hold, by type name. */
  readonly types: ReadonlyMap<string, ResourceDecision>;
  /** Root fields by name. */
  readonly roots: ReadonlyMap<string, Root>;
}
