import type { Column } from '../../source/column/column.js';
import { isReadAlike } from '../../source/column/isReadAlike.js';

/** The columns that a fetch reads, each once, in the order in which they were first needed. */
export class ColumnList {
  readonly columns: Column[] = [];

  /** The place of a column; -1 where it is not read. */
  placeOf(column: Column): number {
    return this.columns.findIndex((one) => isReadAlike(one, column));
  }

  /** The place of a column, which is read from now on. */
  indexOf(column: Column): number {
    const known = this.placeOf(column);
    return known >= 0 ? known : this.columns.push(column) - 1;
  }
}
