import { namedSegments } from './namedSegments.js';

/**
 * The first of the sealed segments that lie beside a record up to the last one without a gap; one behind the
 * last where that does not.
 *
 * @param last how many segments were sealed
 */
export async function firstNamed(record: string, last: number): Promise<number> {
  const named = new Set(await namedSegments(record));
  let first = last + 1;
  while (named.has(first - 1)) first -= 1;
  return first;
}
