import type { Contract } from '../contract/contract.js';
import type { Filter } from '../source/request/filter.js';

import type { PlanFacts } from './facts/planFacts.js';
import type { Variables } from './operation/bindVariables.js';
import type { BoundList } from './page/boundList.js';
import type { QueryPlan } from './queryPlan.js';
import type { BoundRoot } from './rootPlanners.js';
import type { ListPlan, ValueEntry } from './rows/rowShape.js';

/** A plan with everything that one execution needs. */
export interface BoundPlan {
  readonly plan: QueryPlan;
  readonly contract: Contract;
  /** The client that asks, whose share of the sources is used; the public as a whole has one. */
  readonly asker: string;
  readonly variables: Variables;
  readonly roots: readonly BoundRoot[];
  readonly facts: PlanFacts;
  /** The row scope of each fetch, by its id. */
  readonly scopes: readonly Filter[];
  /** The filters that decide in which rows values are clear, by number, as bound for the requester. */
  readonly tests: readonly Filter[];
  /** The lists behind links, by their plan. */
  readonly links: ReadonlyMap<ListPlan, BoundList>;
  /** The keys of hashed values; empty where the plan has none. */
  readonly hashKeys: ReadonlyMap<ValueEntry, Uint8Array>;
}
