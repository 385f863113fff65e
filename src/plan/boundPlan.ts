import type { Contract } from '../contract/contract.js';
import type { Grant } from '../policy/grant.js';
import type { Requester } from '../policy/requester.js';
import type { PurposeCode } from '../shared/brand.js';

import type { Variables } from './bindVariables.js';
import type { Filter } from './connector.js';
import type { Cursors } from './cursor.js';
import type { HashKeys } from './hashKeys.js';
import type { Limits } from './limits.js';
import type { ListRoot, LookupRoot, QueryPlan, RootStep, ValueEntry } from './queryPlan.js';

/** What an execution brings along that no contract or plan may hold. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes; never the same for cursors and anything else. */
  readonly cursorKey: Uint8Array;
  readonly hashKeys: HashKeys;
  /** Null for the public, which has none. */
  readonly grant: Pick<Grant, 'id'> | null;
}

export interface BoundLookup {
  readonly kind: 'lookup';
  readonly step: LookupRoot;
  readonly filter: Filter;
}

export interface BoundList {
  readonly kind: 'list';
  readonly step: ListRoot;
  readonly filter: Filter;
  readonly first: number;
  readonly isFirstPage: boolean;
  readonly cursors: Cursors;
}

/** A root with its parameters. */
export type BoundRoot =
  | BoundLookup
  | BoundList
  | { readonly kind: 'other'; readonly step: Exclude<RootStep, LookupRoot | ListRoot> };

/** A plan with everything that this one execution of it needs. */
export interface BoundPlan {
  readonly plan: QueryPlan;
  readonly contract: Contract;
  readonly variables: Variables;
  readonly roots: readonly BoundRoot[];
  /** The row scope of each fetch, by its id. */
  readonly scopes: readonly Filter[];
  /** The keys of values under a keyed mask; empty where the plan has none. */
  readonly hashKeys: ReadonlyMap<ValueEntry, Uint8Array>;
}
