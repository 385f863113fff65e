/**
 * 青岛二中 with first 1, last 1 → 青**中: `first` characters stay at the head and `last` at the tail, and
 * at least one between them is hidden. Characters are Unicode code points.
 *
 * @returns null for a text that would be shown whole, and for a text with half of a surrogate pair,
 *   whose characters cannot be counted
 */
export function maskKeep(text: string, first: number, last: number): string | null {
  if (!text.isWellFormed()) return null;
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden < 1) return null;
  const head = characters.slice(0, first).join('');
  const tail = characters.slice(first + hidden).join('');
  return head + '*'.repeat(hidden) + tail;
}
