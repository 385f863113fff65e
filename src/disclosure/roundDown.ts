/**
 * How often `step` goes into a value that an offset below `step` was added to. On average over all
 * offsets, that often `step` is the value itself.
 */
export function roundDown(value: bigint, drawn: number, step: number): number {
  const by = BigInt(step);
  const sum = value + (BigInt(drawn) % by);
  const quotient = sum / by;
  // Division of whole numbers goes towards zero.
  return Number(sum < 0n && quotient * by !== sum ? quotient - 1n : quotient);
}
