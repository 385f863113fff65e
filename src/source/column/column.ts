import type { Reading } from './reading.js';

/**
 * How a column stores its values. Parameters are encoded for it. `DATETIME` is what a clock shows,
 * `TIMESTAMP` an instant, which is read by the clock of UTC. `BYTES` is told where its reading says how.
 * `LIST` is brought as an array of texts in JSON.
 * `OTHER` stands for what no field can hold, as shapes on a map.
 */
export type Storage =
  | 'TEXT'
  | 'INTEGER'
  | 'REAL'
  | 'DECIMAL'
  | 'DATE'
  | 'TIME'
  | 'DATETIME'
  | 'TIMESTAMP'
  | 'BOOLEAN'
  | 'JSON'
  | 'BYTES'
  | 'LIST'
  | 'OTHER';

/** What the elements of a list are. */
export type ElementsOf = Pick<Column, 'storage' | 'isUuid'>;

/** A column of a source. */
export interface Column {
  readonly name: string;
  readonly storage: Storage;
  readonly nullable: boolean;
  /** Whether the source itself compares the column by code point, as the channel does. */
  readonly exact: boolean;
  /** Whether a view or an expression computes it. Then it may hold the values of another column. */
  readonly isDerived?: boolean;
  /** The column of a table that it holds as it is, where its source tells. */
  readonly origin?: { readonly table: string; readonly column: string };
  /**
   * Reals of single precision. Such a number is read, and compared, as the shortest decimal that stands
   * for it: 3.4, and not 3.4000000953674316.
   */
  readonly isSingle?: boolean;
  /** Whole numbers from 0 to 2^64 - 1. */
  readonly isUnsigned?: boolean;
  /** Decimals of so many digits after the point. */
  readonly scale?: number;
  /** Years as MySQL has them, which takes 99 for 1999 wherever it compares one with a number. */
  readonly isYear?: boolean;
  /**
   * Of texts, in a source that keeps what looks like a number as one, such as "007": such a value is read, and
   * compared, as the digits that the source writes for it.
   */
  readonly holdsNumbers?: boolean;
  /** Ids of 128 bits (RFC 9562), which are told in small letters and may be stated in either. */
  readonly isUuid?: boolean;
  /**
   * A text is the same in capital letters and in small ones (A to Z), and the source holds either.
   * Lists of values, links, groups and counts take the two for one. An order keeps them apart.
   */
  readonly eitherCase?: boolean;
  /**
   * It is read as days (YYYY-MM-DD), as times of day (HH:MM:SS) or as both (moments), and its source may
   * hold what is none of the calendar, such as 0000-00-00, or of a day, such as 24:00:00. Filters, orders,
   * groups and measures take that for a null. Such a column is nullable.
   */
  readonly calendar?: 'DAY' | 'TIME' | 'MOMENT';
  /**
   * Days that are ordered and compared as their source does, whatever of them is no day of the calendar: pages
   * are in this order, so that an index serves it.
   */
  readonly asHeld?: boolean;
  /**
   * It is no column: it tells by 1 or 0 whether a row meets a filter, which is that of this number among the
   * request's `tests`.
   */
  readonly test?: number;
  /** How it holds its values, where not as the channel writes them. Then it is nullable, but of bytes. */
  readonly reading?: Reading;
  /** The bytes up to which a value of it is fetched: of a larger one, `tooLarge` is brought in its stead. */
  readonly bound?: number;
  /** Of a list, what its elements are. */
  readonly elements?: ElementsOf;
  /**
   * Its source may hold other bytes in it than its reading tells: more of them, or fewer. Filters, orders,
   * groups and measures take that for a null.
   */
  readonly isOfAnyLength?: boolean;
}
