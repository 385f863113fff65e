import { groupName } from '../universe/aggregates.js';
import { cubes, statisticsOf } from '../universe/cubes.js';
import type { ModelRow, TypeName } from '../universe/model.js';

import type { ReferenceType } from './decide.js';
import { Rounded } from './rounded.js';

/** A cell as it is told. */
export interface Cell {
  readonly over: readonly string[];
  readonly group: Readonly<Record<string, string | null>>;
  readonly count: number;
  readonly sum?: Readonly<Record<string, number | null>>;
}

/** The statistics of a type, as they stand in the schema of their requester. */
export function statisticsSdl(type: TypeName, decided: ReferenceType) {
  const held = cubes[type].filter(({ name }) => decided.cubes.includes(name));
  if (held.length === 0) return undefined;
  const dimensions = new Set(held.flatMap((cube) => cube.dimensions.map(groupName)));
  const measures = new Set(held.flatMap((cube) => cube.measures));
  const sum = measures.size > 0 ? `sum: ${type}Sums!` : '';
  return {
    root: `${statisticsOf(type)}(cube: ${type}Cube!): [${type}Statistic!]`,
    types: [
      `enum ${type}Cube { ${held.map(({ name }) => name).join(' ')} }`,
      `type ${type}Members { ${[...dimensions].map((name) => `${name}: String`).join(' ')} }`,
      `type ${type}Statistic { over: [String!]! group: ${type}Members! count: Int! ${sum} }`,
      ...(measures.size > 0
        ? [`type ${type}Sums { ${[...measures].map((name) => `${name}: Float`).join(' ')} }`]
        : []),
    ],
  };
}

/** What is wrong with the cells of a statistic; null where they are as they should be. */
function wrongWith(cells: readonly Cell[], rounded: Rounded, measures: readonly string[]) {
  const wanted = rounded.cells();
  if (cells.length !== wanted.length) return `${cells.length} cells are told of ${wanted.length}`;
  for (const [at, { places, over, group }] of wanted.entries()) {
    const cell = cells[at]!;
    const named = JSON.stringify([over, group]);
    if (JSON.stringify([cell.over, cell.group]) !== named)
      return `${named} is not told in its place`;
    const count = rounded.wrongNumber(places, null, cell.count);
    if (count !== null) return `${named}: ${count}`;
    for (const name of measures) {
      const sum = cell.sum?.[name] ?? null;
      const isTold = rounded.tellsSums(cell.count);
      if (isTold !== (sum !== null)) return `${named}: a sum is told of ${cell.count}, or is not`;
      const wrong = sum === null ? null : rounded.wrongSum(places, name, sum, cell.count);
      if (wrong !== null) return `${named}, ${name}: ${wrong}`;
    }
  }
  return null;
}

/**
 * Whether a statistic is told of the rows in scope as the design says. How totals are repaired, and that
 * it suffices, is tried by itself (`test/unit/disclosure/`).
 */
export function verdictOfStatistic(
  name: string,
  type: TypeName,
  cells: readonly Cell[],
  inScope: readonly ModelRow[],
): string {
  const cube = cubes[type].find((one) => one.name === name)!;
  return wrongWith(cells, new Rounded(cube, inScope), cube.measures) ?? 'lawful';
}
