import highs from 'highs';

import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

// Its types are those of CommonJS; what an ES module imports is the function itself.
const solver = await (highs as unknown as typeof highs.default)();

/**
 * Whether there is a true table so far within all bounds that each of its cells alone can move over as
 * many values as the base: by integer programming, apart from how the code looks for it.
 */
export function hasWitness({ base, cells, totals }: RoundedTable): boolean {
  const up = Math.floor((base - 1) / 2);
  const names = (parts: readonly number[]) => parts.map((part) => `x${part}`).join(' + ');
  const constraints = totals.flatMap(({ told, parts, of }) => {
    const least =
      told === 2 && of === 'member' ? 1 - base : told === 2 && of === 'rest' ? 1 : 1 - 2 * base;
    return [
      `${names(parts)} >= ${told * base + least + up}`,
      `${names(parts)} <= ${told * base + base}`,
    ];
  });
  const bounds = cells.map((told, at) => {
    const down = told === 0 ? 0 : base - 1 - up;
    return `${told * base - down} <= x${at} <= ${told * base + up}`;
  });
  const { Status } = solver.solve(
    [
      'Minimize',
      'obj: 0 x0',
      'Subject To',
      ...constraints,
      'Bounds',
      ...bounds,
      'General',
      ...cells.map((_, at) => `x${at}`),
      'End',
    ].join('\n'),
  );
  return Status === 'Optimal';
}
