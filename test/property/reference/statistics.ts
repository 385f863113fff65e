import { groupName, type GroupBy } from '../universe/aggregates.js';
import { cubes, statisticsOf, threshold, type CubeModel } from '../universe/cubes.js';
import type { ModelRow, TypeName } from '../universe/model.js';

import { groupValue } from './aggregate.js';
import type { ReferenceType } from './decide.js';

/** A cell as it is told. */
export interface Cell {
  readonly over: readonly string[];
  readonly group: Readonly<Record<string, string | null>>;
  readonly count: number | null;
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
      `type ${type}Statistic { over: [String!]! group: ${type}Members! count: Int ${sum} }`,
      ...(measures.size > 0
        ? [`type ${type}Sums { ${[...measures].map((name) => `${name}: Float`).join(' ')} }`]
        : []),
    ],
  };
}

/** The rows that a cell is about: those of its members, a member that is not told being as none. */
class Counted {
  readonly #dimensions: readonly GroupBy[];
  readonly #told: readonly ReadonlySet<string | null>[];
  readonly #rows: readonly ModelRow[];

  constructor({ dimensions }: CubeModel, cells: readonly Cell[], rows: readonly ModelRow[]) {
    this.#dimensions = dimensions;
    this.#told = dimensions.map(
      (by) =>
        new Set(
          cells.flatMap(({ over, group }) =>
            over.includes(groupName(by)) ? [] : (group[groupName(by)] ?? null),
          ),
        ),
    );
    this.#rows = rows;
  }

  in({ over, group }: Cell): readonly ModelRow[] {
    return this.#rows.filter((row) =>
      this.#dimensions.every((by, at) => {
        const value = groupValue(row, by);
        const told = this.#told[at]!;
        const shown = told.has(value as string | null) ? value : null;
        if (!told.has(shown as string | null)) return false;
        return over.includes(groupName(by)) || shown === group[groupName(by)];
      }),
    );
  }
}

/** What is wrong with a cell; null where it tells what is so, and of nobody too much. */
function wrongWith(cell: Cell, rows: readonly ModelRow[], cube: CubeModel): string | null {
  if (cell.count === null) {
    const isTold = cube.measures.some((name) => cell.sum?.[name] != null);
    return isTold ? 'a sum is told of a number that is not' : null;
  }
  if (cell.count !== rows.length) return `${cell.count} are told of ${rows.length}`;
  if (rows.length < threshold) return `${rows.length} are told of`;
  for (const name of cube.measures) {
    const values = rows.flatMap((row) => row[name] ?? []).map(Number);
    const sum = values.reduce((one, other) => one + other, 0);
    if (cell.sum?.[name] !== sum) return `a sum is told as ${cell.sum?.[name]} that is ${sum}`;
    if (values.length < threshold) return `a sum is told of ${values.length}`;
  }
  return null;
}

/**
 * Whether a statistic is lawful of the rows in scope: "a number is told as it is, and of no fewer than
 * the threshold; who is in no member that is told is in no number". Which numbers are kept back besides,
 * and that this suffices, is tried by itself (`test/unit/disclosure/`).
 */
export function verdictOfStatistic(
  name: string,
  type: TypeName,
  cells: readonly Cell[],
  inScope: readonly ModelRow[],
): string {
  const cube = cubes[type].find((one) => one.name === name)!;
  const counted = new Counted(cube, cells, inScope);
  const wrong = cells.flatMap((cell) => wrongWith(cell, counted.in(cell), cube) ?? []);
  const [by, second] = cube.dimensions;
  if (by && !second) {
    // Of one dimension, no member that enough have is left out.
    const told = new Set(cells.map(({ group }) => group[groupName(by)]));
    const values = inScope.map((row) => groupValue(row, by));
    const missing = values.find(
      (value) =>
        !told.has(value as string) && values.filter((one) => one === value).length >= threshold,
    );
    if (missing !== undefined) wrong.push(`${missing} is not told`);
    const isAllOfMany = cells.every((cell) => counted.in(cell).length >= threshold);
    const isKeptBack = cells.some(({ count }) => count === null);
    if (cube.measures.length === 0 && isAllOfMany && isKeptBack) wrong.push('one is kept back');
  }
  return wrong[0] ?? 'lawful';
}
