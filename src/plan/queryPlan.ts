import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

import type { RootStep } from './rootPlanners.js';
import type { Fetch } from './rows/fetch.js';
import type { HashedEntry, ListPlan, RowTest } from './rows/rowShape.js';

/** What an operation does under a contract, for one combination of its `@skip` and `@include`. */
export interface QueryPlan {
  readonly kind: 'query';
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly roots: readonly RootStep[];
  /** Every fetch of the plan, by its id. */
  readonly fetches: readonly Fetch[];
  /** Every list of the plan, of roots and behind links. */
  readonly lists: readonly ListPlan[];
  /** The conditions that decide in which rows values are clear, by number. */
  readonly tests: readonly RowTest[];
  /** The values that a mask hashes. Their keys are in no plan. */
  readonly hashed: readonly HashedEntry[];
}
