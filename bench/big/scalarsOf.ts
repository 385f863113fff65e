/** The values in rows, or in an answer, as texts in their order, however they are nested. */
export function scalarsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (Buffer.isBuffer(value)) return [value.toString()];
  return Object.values(value).flatMap(scalarsOf);
}
