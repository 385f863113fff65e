const written = /^([+-])(0[0-9]|1[0-4]):([0-5][0-9])$/;

/**
 * Reads how far a clock is ahead of that of UTC (RFC 3339, `time-numoffset`), in minutes; undefined where
 * it is none. No place on earth is 15 hours ahead.
 */
export function readOffset(text: string): number | undefined {
  const [, sign, hours, minutes] = written.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === '-' && ahead > 0 ? -ahead : ahead;
}
