/**
 * 青岛二中 with first 1, last 1 → 青**中: so many characters stay at either end, and at least one
 * between them does not. Characters are Unicode code points.
 *
 * @returns null for a text that would be shown whole, and for one with half of a surrogate pair,
 *   which holds no characters that could be counted
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
