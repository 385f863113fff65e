import type { BytesForm } from './bytesForm.js';
import type { DayFormat } from './dayFormat.js';

/** What a source holds for a value: a text, or a whole number. */
export interface Code {
  readonly value: string | boolean;
  readonly code: string | number;
}

/**
 * How a column holds its values, where it is not as the channel writes them. What requests state, and
 * what rows bring, is as the channel writes it; who asks the source turns the one into the other. `birth`
 * is the day of birth in a citizen's number (GB 11643): rows are found by it, and none brings it. `clock`
 * is of instants that a clock of no stated zone showed, `offset` minutes ahead of that of UTC.
 * `members` is of lists that a text holds with commas between. `bytes` is of identifiers, whose bytes statements bring, and take, as their digits.
 */
export type Reading =
  | { readonly kind: 'format'; readonly format: DayFormat }
  /** The codes are in the order of their values. */
  | { readonly kind: 'codes'; readonly codes: readonly Code[] }
  | { readonly kind: 'clock'; readonly offset: number; readonly isText: boolean }
  | { readonly kind: 'bytes'; readonly form: BytesForm }
  | { readonly kind: 'members' }
  | { readonly kind: 'birth' };
