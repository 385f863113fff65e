import type { DayFormat } from '../../../source/column/dayFormat.js';

/** What differs between databases where texts are taken apart. */
export interface TextSql {
  /** Joins expressions of texts. */
  readonly concat: (parts: readonly string[]) => string;
  /** Whether two texts are the same, trailing blanks and all. */
  readonly isSame: (one: string, other: string) => string;
  /** Whether an expression is of digits alone, 0 to 9, and has one at least. */
  readonly areDigits: (text: string) => string;
  /** The code of the first character of an expression. */
  readonly codeOf: (text: string) => string;
  /** Whether an expression is a day, or a moment, as the channel writes it. */
  readonly isIso: (text: string, holds: DayFormat['holds']) => string;
}
