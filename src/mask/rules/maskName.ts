/**
 * 张小三 → 张*三, 张三 → 张*, 张 → *: the first character stays, and from three characters on the last.
 * Characters are Unicode code points, so that no half of a surrogate pair is shown.
 *
 * @returns null for an empty name, and for a name with half of a surrogate pair, whose characters
 *   cannot be counted
 */
export function maskName(name: string): string | null {
  if (!name.isWellFormed()) return null;
  const characters = Array.from(name);
  const first = characters[0];
  const last = characters.at(-1);
  if (first === undefined || last === undefined) return null;
  if (characters.length === 1) return '*';
  if (characters.length === 2) return `${first}*`;
  return first + '*'.repeat(characters.length - 2) + last;
}
