/** The most decimal digits that a number of single precision needs. */
const mostDigits = 9;

/**
 * The shortest decimal that stands for a number of single precision. The driver gives such a number as
 * a double, which has digits of its own: 3.4000000953674316 for 3.4.
 */
export function shortestSingle(single: number): number {
  for (let digits = 1; digits < mostDigits; digits += 1) {
    const shorter = Number(single.toPrecision(digits));
    if (Math.fround(shorter) === single) return shorter;
  }
  return Number(single.toPrecision(mostDigits));
}
