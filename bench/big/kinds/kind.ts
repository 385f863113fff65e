import type { BigPurpose } from '../gateway/bigPolicy.js';
import type { Spelling } from '../tables/spelling.js';

/** What the statement by hand is written from. */
export interface ByHand extends Pick<Spelling, 'byCodePoint' | 'year' | 'month'> {
  /** The values of the last row of the pages before, where there are such. */
  readonly last: readonly string[];
  /** How many rows the table of children has. */
  readonly rows: number;
}

/** One kind of statement: an operation, and one SQL by hand that gives the same rows. */
export interface Kind {
  readonly name: string;
  readonly purpose?: BigPurpose;
  readonly query: string;
  readonly variables?: (rows: number) => Readonly<Record<string, unknown>>;
  readonly byHand: (parts: ByHand) => string;
  /** The same list by pages of 500, whose cursor at a depth is the variable `$after` of the query. */
  readonly before?: string;
  /** Where the answer is not the rows, as of a statistic, the rows of the gateway's statement are compared. */
  readonly isOfStatement?: true;
}
