import type { Column } from '../../source/column/column.js';
import { isReadAlike } from '../../source/column/isReadAlike.js';

/** The columns that a fetch reads, each once, in the order in which they were first needed. */
export class ColumnList {
  readonly columns: Column[] = [];

  indexOf(column: Column): number {
    const known = this.columns.findIndex((one) => isReadAlike(one, column));
    return known >= 0 ? known : this.columns.push(column) - 1;
  }
}
