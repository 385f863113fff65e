/** The value that rows share in one dimension; null for the rest, which no member is named for. */
export type Member = string | number | boolean | null;

/** Orders texts by code point (as UTF-8 bytes are), numbers by size, false before true, null last. */
export function compareMembers(one: Member, other: Member): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one !== 'string' || typeof other !== 'string') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
