import type { Contract } from '../contract/contract.js';

import type { Inclusion } from './operation/collectFields.js';
import type { ResolvedOperation } from './operation/resolveOperation.js';
import type { Fetch } from './rows/fetch.js';
import type { HashedEntry, ListPlan, RowTest } from './rows/rowShape.js';

/** What the compilation of one plan carries along. */
export interface PlanContext {
  readonly contract: Contract;
  readonly resolved: ResolvedOperation;
  readonly inclusion: Inclusion;
  /** Every fetch so far. A fetch's id is its index here. */
  readonly fetches: Fetch[];
  /** Every list so far. */
  readonly lists: ListPlan[];
  /** Every condition that decides in which rows a value is clear, so far. A test's number is its index here. */
  readonly tests: RowTest[];
  /** Every hashed value so far. */
  readonly hashed: HashedEntry[];
}
