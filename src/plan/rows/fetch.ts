import type { Resource } from '../../catalog/model/catalog.js';
import type { Condition } from '../../policy/model/condition.js';
import type { SourceName } from '../../shared/brand.js';
import type { Column } from '../../source/column.js';

/**
 * What is read of one table. `id` numbers the fetches of a plan from 0, so that what is bound at
 * run time can lie beside it.
 */
export interface Fetch {
  readonly id: number;
  readonly resource: Resource;
  readonly source: SourceName;
  readonly table: string;
  /** The columns used, and no others. */
  readonly columns: readonly Column[];
  readonly scope: Condition;
}

/** A fetch of the rows that have one of some keys. */
export interface KeyedFetch {
  readonly fetch: Fetch;
  /** The column that the keys are compared to, and where in a row it lies. */
  readonly to: Column;
  readonly toIndex: number;
}
