import type { Column } from '../../source/column/column.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { GroupKey } from '../../source/request/aggregateRequest.js';
import type { Filter } from '../../source/request/filter.js';
import type { SqlValue } from '../../source/row.js';
import type { TableSize } from '../../source/tableSize.js';

import type { ColumnRef, SpelledRef, TableRef } from './columnRef.js';
import type { TextRange } from './filter/textRanges.js';
import type { Placeholders } from './placeholders.js';

export type Comparison = Extract<Filter, { readonly kind: 'compare' }>;
export type Containing = Extract<Filter, { readonly kind: 'contains' }>;
export type DayPartKey = Extract<GroupKey, { readonly kind: 'dayPart' }>;
export type Having = Extract<Filter, { readonly kind: 'has' }>;

/** What differs between the SQL of two databases. */
export interface Dialect {
  quote(identifier: string): string;
  /** How large a table is and its indexes, at the last look; undefined where nothing is known of it. */
  sizeOf(table: string): TableSize | undefined;
  /** Writes the placeholder of a parameter, by its number from 1. */
  placeholder(number: number): string;
  /**
   * Where the database puts nulls in an ascending order. In a descending order they are at the
   * other end.
   */
  readonly nulls: 'first' | 'last';
  /**
   * Where a condition that hangs on no row keeps a table from being read: beside others; in LIMIT, for a
   * source that would test it row by row; or around the rows, for one that would start its workers before.
   */
  readonly skipsBy: 'condition' | 'limit' | 'outside';
  /** The expression that sorts or partitions by a column. Texts go by code point. */
  orderOf(column: Column): string;
  /**
   * The expression that groups by a column. It tells texts apart by code point, and of a column of
   * either case by their capital letters.
   */
  groupOf(column: Column): string;
  /**
   * Writes a comparison: by code point for texts, by exact value for numbers. No value can make it
   * fail. It is true exactly where the comparison is met, and false or null elsewhere. It needs no
   * parentheses beside AND and OR.
   */
  compare(comparison: Comparison, of: TableRef, placeholders: Placeholders): string;
  /**
   * Writes conditions by a column's own collation that every text in a range by code point meets, for its
   * index to serve beside the comparisons; none where there are no such.
   */
  withinRange(range: TextRange, of: TableRef, placeholders: Placeholders): readonly string[];
  /** Whether `compare` puts every value of a column above, below or beside every other, nulls aside. */
  isTotal(column: Column): boolean;
  /** Writes whether a text has another in it, by code point; false or null where it has not. */
  contains(containing: Containing, alias: string | null, placeholders: Placeholders): string;
  /** Writes whether a list has a value among its elements, texts by code point; false or null where it has not. */
  has(having: Having, of: TableRef, placeholders: Placeholders): string;
  /**
   * Writes that the columns of two tables are equal, as `compare` understands it. Both have the
   * same storage.
   *
   * @param inner the column that is searched, by its index if it has one
   */
  equals(inner: ColumnRef, outer: SpelledRef): string;
  /**
   * Writes that a column is among those that a query brings of another, as `equals` understands it; it may be null
   * where it is not. Absent where the database itself finds the rows behind EXISTS from either end.
   *
   * @param query writes the query, from what it selects
   */
  isAmong?(outer: ColumnRef, inner: ColumnRef, query: (selected: string) => string): string;
  /** The texts of a column as an expression whose least is the first by code point. */
  spelledOf(column: Column): string;
  /**
   * Writes the value of a group, from an expression that is the same for all of its rows. The
   * expression may differ from the one that they are grouped by: a text, for example, is grouped by
   * its bytes.
   *
   * @param key what the rows are grouped by
   */
  valueOfGroup(expression: string, key: GroupKey): string;
  /** The expression that tells a column's values apart by code point, or by number. */
  exactOf(column: Column, alias: string | null): string;
  /** Writes a text without quotes, backslashes and control characters, or a number, as `exactOf` gives it. */
  literalOf(code: string | number): string;
  /**
   * Writes whether a column holds a day, a time of day or a moment of the calendar, as it is read; false or null where
   * it does not. It needs no parentheses beside AND and OR.
   */
  isSound(column: Column, alias: string | null): string;
  /** Writes an expression of a column's days or moments in a form that CASE leaves as it is. */
  textOfCalendar(column: Column, expression: string): string;
  /**
   * Writes what a row brings of a column, from an expression of it: mostly the expression. Bytes come as their
   * digits, and never more of them than tell that they are too many.
   */
  bring(column: Column, expression: string): string;
  /** Writes what a row brings in a form whose bytes can be counted, and that a text can stand for. */
  boundedText(expression: string): string;
  /** Writes how many bytes it has in UTF-8. */
  bytesOfText(text: string): string;
  /**
   * Writes what is the same of a column's days that begin alike, as the channel writes those, by so many
   * characters; and in their order.
   */
  dayPartOf(column: Column, length: number): string;
  /** Writes these first characters, from an expression of the other. */
  tellDayPart(expression: string, key: DayPartKey): string;
  /**
   * Writes the sum of a column of whole numbers, in a form that `readSum` reads; null where there
   * is no value.
   */
  sumOf(column: Column): string;
  /**
   * Writes a column of whole numbers as an expression of nothing else, whatever the source holds there; and
   * one of decimals of a stated scale as the units of their last digit.
   */
  wholeOf(column: Column): string;
  /** Reads the digits of a sum. */
  readSum(value: SqlValue): SqlValue;
  /** A count of rows, in the form that the driver needs. */
  rows(count: number): Parameter;
}
