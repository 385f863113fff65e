/**
 * What is no character of a name by itself: blanks, separators and signs (`·`, `-`, U+3000), control
 * and format characters, marks that stand on another character, and what no font shows. A star is one,
 * so that a masked name is not taken for another.
 */
const between = /(?!\*)[\p{Z}\p{P}\p{S}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Letters that are characters by themselves, of one code unit each: most names are of them alone. */
const plain = /^[A-Za-z\u4e00-\u9fff]+$/;

/** @param length how many characters the name has, `between` ones among them */
function starred(first: string, last: string, characters: number, length: number): string {
  if (characters === 1) return '*';
  if (characters === 2) return `${first}*`;
  return first + '*'.repeat(length - 2) + last;
}

/**
 * 张小三 → 张*三, 张三 → 张*, 张 → *: the first and, from three characters on, the last stay. What stands
 * between characters is starred with them and counts for none: 张·三 is a name of two, so 张*.
 *
 * Characters are Unicode code points, so that no half of a surrogate pair is shown.
 *
 * @returns null for a name without characters, and for one with half of a surrogate pair, which holds
 *   no characters that could be counted
 */
export function maskName(name: string): string | null {
  const { length } = name;
  if (plain.test(name)) return starred(name.charAt(0), name.charAt(length - 1), length, length);
  if (!name.isWellFormed()) return null;
  const points = Array.from(name);
  const places = points.flatMap((point, place) => (between.test(point) ? [] : place));
  const [begin] = places;
  const end = places.at(-1);
  if (begin === undefined || end === undefined) return null;
  const [first = '', last = ''] = [points[begin], points[end]];
  return starred(first, last, places.length, end - begin + 1);
}
