import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Capabilities } from '../../source/capabilities.js';

/** How many keys one statement may hold: each has a value for each of its columns. */
export function keysAtOnce(
  { to }: Pick<KeyedFetch, 'to'>,
  { maxKeys }: Pick<Capabilities, 'maxKeys'>,
): number {
  return Math.max(1, Math.floor(maxKeys / to.length));
}
