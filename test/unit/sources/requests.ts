import type { Column } from '../../../src/source/column/column.js';
import type { Parameter } from '../../../src/source/column/parameter.js';
import type { FetchRequest, Order } from '../../../src/source/request/fetchRequest.js';
import { allRows, type Comparator, type Filter } from '../../../src/source/request/filter.js';

export const code: Column = { name: 'code', storage: 'TEXT', nullable: false, exact: true };
export const name: Column = { name: 'name', storage: 'TEXT', nullable: true, exact: false };
export const size: Column = { name: 'size', storage: 'INTEGER', nullable: true, exact: true };
export const rate: Column = { name: 'rate', storage: 'REAL', nullable: true, exact: true };
export const price: Column = { name: 'price', storage: 'DECIMAL', nullable: true, exact: true };
export const born: Column = { name: 'born', storage: 'DATE', nullable: true, exact: true };

export function compare(
  column: Column,
  operator: Comparator,
  ...values: readonly Parameter[]
): Filter {
  return { kind: 'compare', column, operator, values };
}

export const ascending = (column: Column): Order => ({ column, direction: 'ASC' });
export const descending = (column: Column): Order => ({ column, direction: 'DESC' });

/** A fetch of the codes of table t, of all rows unless said otherwise. */
export function requestOf(rest: Partial<FetchRequest>): FetchRequest {
  return { table: 't', columns: [code], filter: allRows, orderBy: [], limit: null, ...rest };
}
