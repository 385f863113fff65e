import type { Stretch } from '../../record/archive/stretchOf.js';

/** `segments 1 to 3, seq 1 to 9000`. */
export function stretchInWords({ fromSegment, toSegment, first, last }: Stretch): string {
  const segments =
    fromSegment === toSegment
      ? `segment ${fromSegment}`
      : `segments ${fromSegment} to ${toSegment}`;
  return `${segments}, seq ${first} to ${last}`;
}
