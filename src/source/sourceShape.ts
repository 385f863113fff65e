import type { ElementsOf, Storage } from './column/column.js';

export interface ColumnShape {
  readonly storage: Storage;
  readonly nullable: boolean;
  /** No two rows hold the same value, by a constraint of the source. */
  readonly unique: boolean;
  /** Other columns with which it is so together, each list by a constraint of its own. */
  readonly uniqueWith?: readonly (readonly string[])[];
  /**
   * The source itself compares the column as the channel does: by code point, with nothing folded
   * or padded. Otherwise statements compare bytes as well, and then no index serves an order.
   */
  readonly exact: boolean;
  /** Whether a view or an expression computes it. Then it may hold the values of another column. */
  readonly isDerived?: boolean;
  /** Whether it holds reals of single precision. */
  readonly isSingle?: boolean;
  /** Whether it holds whole numbers from 0 to 2^64 - 1. */
  readonly isUnsigned?: boolean;
  /** Whether it holds years as MySQL has them. */
  readonly isYear?: boolean;
  /** Whether it holds texts, and keeps those that look like a number as one. */
  readonly holdsNumbers?: boolean;
  /** What its elements are, where it can be read as a list. */
  readonly elements?: ElementsOf;
  /** Whether it holds ids of 128 bits. */
  readonly isUuid?: boolean;
  /** The most decimal digits of its numbers, where the source bounds them by decimals. */
  readonly digits?: number;
  /** How many of them stand after the point, where all of its decimals have so many. */
  readonly scale?: number;
  /** The most characters of its texts, or bytes, where the source bounds them. */
  readonly length?: number;
  /** Whether it holds bytes that are always as many, since the source fills them up. */
  readonly isFilledUp?: boolean;
  /** Whether the source itself refuses whatever is no day of the calendar, zero dates among it. */
  readonly holdsOnlyDays?: boolean;
  /**
   * Whether it may hold what is no day of the calendar, such as a zero date, though its source has a type
   * for days.
   */
  readonly mayHoldNoDays?: boolean;
  /** The whole numbers that it can hold, where the source bounds them. */
  readonly range?: WholeRange;
  /** The column that it holds as it is, where a view or an expression does and its source tells. */
  readonly origin?: Origin;
  /** What the source itself takes for equal in it, and the channel does not. */
  readonly equates?: readonly Equated[];
  /**
   * The source's own word for its type, as `mediumblob`; undefined where it has none. For whoever offers the
   * column, and for nobody who asks.
   */
  readonly type?: string;
  /** Its place in the primary key of its table, from 1. */
  readonly primary?: number;
  /** Whether it is a view's. */
  readonly isOfView?: boolean;
  /** What may be offered in its stead, where no field can hold it: the rest of a sentence. */
  readonly instead?: string;
}

/** A column of a table of the same source, which is no view. */
export interface Origin {
  readonly table: string;
  readonly column: string;
}

/** From the least to the greatest. Beyond 2^53 the nearest number stands for an end. */
export interface WholeRange {
  readonly least: number;
  readonly greatest: number;
}

/** `case`: capital letters and small ones; `blanks`: a text, and the same with blanks at its end. */
export type Equated = 'case' | 'blanks';

/**
 * The columns of a table by name. One without any is there, and the channel may not read it. What may be read
 * in part is told in part.
 */
export type TableShape = ReadonlyMap<string, ColumnShape>;

/** What a live source holds, as data: its tables by name, their columns by name. */
export type SourceShape = ReadonlyMap<string, TableShape>;
