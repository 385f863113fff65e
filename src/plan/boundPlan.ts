import type { Contract } from '../contract/contract.js';
import type { Requester } from '../policy/requester.js';
import type { PurposeCode } from '../shared/brand.js';

import type { Variables } from './bindVariables.js';
import type { Filter } from './connector.js';
import type { Cursors } from './cursor.js';
import type { Limits } from './limits.js';
import type { ListRoot, LookupRoot, QueryPlan, RootStep } from './queryPlan.js';

/** What an execution brings along that no contract or plan may hold. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes; never the same for cursors and anything else. */
  readonly cursorKey: Uint8Array;
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
}
