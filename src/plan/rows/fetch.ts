import type { Resource } from '../../catalog/model/catalog.js';
import type { Condition } from '../../policy/model/condition.js';
import type { SourceName } from '../../shared/brand.js';
import type { Column } from '../../source/column/column.js';

/**
 * What is read of one table. `id` numbers the fetches of a plan from 0, so that bound values can be
 * kept beside the plan.
 */
export interface Fetch {
  readonly id: number;
  readonly resource: Resource;
  readonly source: SourceName;
  readonly table: string;
  /** The columns that are used, and no others. */
  readonly columns: readonly Column[];
  readonly scope: Condition;
}

/** A fetch of rows by their keys. */
export interface KeyedFetch {
  readonly fetch: Fetch;
  /** The columns that keys are compared with, and the index of each in a row. */
  readonly to: readonly Column[];
  readonly toIndexes: readonly number[];
  /** Whether several rows may have one key, so that a second one is asked for. */
  readonly isVouched: boolean;
}
