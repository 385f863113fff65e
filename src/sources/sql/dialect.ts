import type { Column } from '../../source/column.js';
import type { Filter } from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';
import type { SqlValue } from '../../source/row.js';

import type { ColumnRef, TableRef } from './columnRef.js';
import type { Placeholders } from './placeholders.js';

export type Comparison = Extract<Filter, { readonly kind: 'compare' }>;

/** What differs from one SQL to another. */
export interface Dialect {
  quote(identifier: string): string;
  /** How the place of a parameter is written, by its number from 1. */
  placeholder(number: number): string;
  /** Where nulls stand by themselves in an ascending order; in a descending one at the other end. */
  readonly nulls: 'first' | 'last';
  /** What a column is ordered and partitioned by, so that texts stand by code point. */
  orderOf(column: Column): string;
  /** What a column is grouped by, so that texts are told apart by code point. */
  groupOf(column: Column): string;
  /**
   * A comparison, by code point for texts and by exact value for numbers, that cannot fail on a
   * value. It stands beside AND and OR without more parentheses. True exactly where the comparison
   * is met; false or null elsewhere.
   */
  compare(comparison: Comparison, of: TableRef, placeholders: Placeholders): string;
  /**
   * Whether the columns of two tables are equal, in the sense of `compare`. Both are stored alike.
   *
   * @param inner the column that is looked through, by its index if it has one
   */
  equals(inner: ColumnRef, outer: ColumnRef): string;
  /**
   * The value of a group, of an expression that is the same for all of its rows but need not be what they
   * are grouped by, as a text is not its bytes.
   */
  valueOfGroup(expression: string): string;
  /** The first characters of a day (YYYY-MM-DD); the empty text for what is none, so that no part of it shows. */
  dayPartOf(column: Column, length: number): string;
  /** The sum of a column of whole numbers, as `readSum` takes it; null where there is no value. */
  sumOf(column: Column): string;
  /** The digits of a sum. */
  readSum(value: SqlValue): SqlValue;
  /** A count of rows, as the driver must be given it. */
  rows(count: number): Parameter;
}
