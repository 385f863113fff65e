import type { Seal } from '../chain/seal.js';

/** Segments that follow one another: their numbers, and the places of their first entry and their last. */
export interface Stretch {
  readonly fromSegment: number;
  readonly toSegment: number;
  readonly first: number;
  readonly last: number;
}

/** The stretch of segments that follow one another; null for none. */
export function stretchOf(seals: readonly Seal[]): Stretch | null {
  const [from, to] = [seals[0], seals.at(-1)];
  if (!from || !to) return null;
  return { fromSegment: from.segment, toSegment: to.segment, first: from.first, last: to.last };
}
