import type { GraphQLSchema } from 'graphql';

import type { Resource } from '../catalog/model/catalog.js';
import type { ResourceDecision } from '../policy/model/decisions.js';
import type { Fingerprint } from '../shared/brand.js';

import type { RootKind } from './rootFields.js';

/** The kind of a root field, and the decision behind it. */
export interface Root {
  readonly kind: RootKind;
  readonly decision: ResourceDecision;
}

/**
 * The only schema that a requester has for a purpose, and the decisions behind it. It holds nothing that
 * belongs to one requester, since requesters with equal decisions share it.
 */
export interface Contract {
  readonly fingerprint: Fingerprint;
  readonly schema: GraphQLSchema;
  /** The decisions of all resources with a visible field, by type name. */
  readonly types: ReadonlyMap<string, ResourceDecision>;
  /** The decisions of the junctions that links lead by way of, by type name. */
  readonly junctions: ReadonlyMap<string, ResourceDecision>;
  /** All resources of the catalog by name: a row scope may lead to rows that the contract does not show. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Root fields by name. */
  readonly roots: ReadonlyMap<string, Root>;
  /** Bytes of memory that it takes, about, beside what it shares with contracts that were there before. */
  readonly size: number;
}
