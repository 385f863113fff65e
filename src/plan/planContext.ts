import type { Contract } from '../contract/contract.js';

import type { Inclusion } from './operation/collectFields.js';
import type { ResolvedOperation } from './operation/resolveOperation.js';
import type { Fetch } from './rows/fetch.js';
import type { HashedEntry, ListPlan } from './rows/rowShape.js';

/** What the compilation of one plan carries through its levels. */
export interface PlanContext {
  readonly contract: Contract;
  readonly resolved: ResolvedOperation;
  readonly inclusion: Inclusion;
  /** Every fetch so far; a fetch's id is its place here. */
  readonly fetches: Fetch[];
  /** Every list so far. */
  readonly lists: ListPlan[];
  /** Every value under a keyed mask so far. */
  readonly hashed: HashedEntry[];
}
