import type { DayFormat } from './dayFormat.js';

/**
 * How a column holds its values, where it is not as the channel writes them. What requests state, and
 * what rows bring, is as the channel writes it; who asks the source turns the one into the other. `birth`
 * is the day of birth in a citizen's number (GB 11643): rows are found by it, and none brings it.
 */
export type Reading =
  { readonly kind: 'format'; readonly format: DayFormat } | { readonly kind: 'birth' };
