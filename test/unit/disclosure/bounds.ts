import highs from 'highs';

import type { PublishedCell } from '../../../src/disclosure/publishCube.js';

// Its types are those of CommonJS; what an ES module imports is the function itself.
const solver = await (highs as unknown as typeof highs.default)();

/** How many people are within each number that is not published: at the least, and at the most. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

function isPartOf(inner: PublishedCell, { members }: PublishedCell): boolean {
  return members.every((member, at) => member === undefined || member === inner.members[at]);
}

/**
 * Between which bounds a cell lies for whoever knows the published numbers, that sums are sums, and that
 * nothing is below zero: by linear programming.
 *
 * @param figure which of a cell's numbers: 0 for the rows, then the measures
 */
export function boundsOf(
  cells: readonly PublishedCell[],
  cell: PublishedCell,
  figure: number,
): Bounds {
  const inner = cells.filter(({ members }) => !members.includes(undefined));
  const sumOf = (of: PublishedCell) =>
    inner.flatMap((one, at) => (isPartOf(one, of) ? `x${at}` : [])).join(' + ');
  const known = cells.flatMap((one) =>
    one.numbers ? `${sumOf(one)} = ${one.numbers[figure]!}` : [],
  );
  const solve = (direction: 'Minimize' | 'Maximize'): number => {
    // A constraint that says nothing stands where none is known.
    const constraints = [...known, 'x0 >= 0'].join('\n');
    const { Status, ObjectiveValue } = solver.solve(
      `${direction}\nobj: ${sumOf(cell)}\nSubject To\n${constraints}\nEnd`,
    );
    if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded') return Infinity;
    if (Status !== 'Optimal') throw new Error(`the solver says: ${Status}`);
    return ObjectiveValue;
  };
  return { least: solve('Minimize'), most: solve('Maximize') };
}
