import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

import { everyList } from './everyList.js';
import { isNamed, sumOf, totalsOf } from './tables.js';

/** The least that a value is rounded to, in steps; offsets may bring about one step more. */
const lowestOf = (value: number, step: number) => Math.floor(value / step);

/**
 * Every table of such a shape whose cells are of up to `most`, in every way that offsets may tell it,
 * without repair. A bit for each cell and total says whether it is rounded up.
 */
export function everyTold(
  shape: readonly number[],
  base: number,
  most: number,
): readonly RoundedTable[] {
  const count = shape.reduce((product, length) => product * length, 1);
  const totals = totalsOf(shape);
  const steps = [...Array.from({ length: count }, () => base), ...totals.map(() => 2 * base)];
  const radix = Math.ceil((most * count) / base) + 2;
  const seen = new Set<number>();
  const found: RoundedTable[] = [];
  for (const values of everyList(count, most)) {
    const numbers = [...values, ...totals.map(({ parts }) => sumOf(values, parts))];
    const lowest = numbers.map((value, at) => lowestOf(value, steps[at]!));
    const canRise = numbers.map((value, at) => value % steps[at]! > 0);
    for (let rises = 0; rises < 2 ** numbers.length; rises += 1) {
      let code = 0;
      let isPossible = true;
      for (let at = 0; at < numbers.length; at += 1) {
        const isUp = (rises >> at) & 1;
        if (isUp && !canRise[at]) isPossible = false;
        code = code * radix + lowest[at]! + isUp;
      }
      if (!isPossible || seen.has(code)) continue;
      seen.add(code);
      const told = lowest.map((one, at) => one + ((rises >> at) & 1));
      const table: RoundedTable = {
        base,
        cells: told.slice(0, count),
        totals: totals.map((total, at) => ({ ...total, told: 2 * told[count + at]! })),
        hasNegative: false,
      };
      if (isNamed(table)) found.push(table);
    }
  }
  return found;
}
