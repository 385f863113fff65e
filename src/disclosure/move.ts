import type { CubeTable } from './cubeTable.js';

/**
 * One dimension of a move. `from` and `to` are offsets in the index of a cell. A pair goes from one member
 * to another member; a side that is not a pair goes from a member to the sum over the dimension.
 */
interface Side {
  readonly from: number;
  readonly to: number;
  readonly isPair: boolean;
}

/**
 * A change of the table that its published numbers cannot tell. It has one side in each dimension, and the
 * cells that change lie at the ends of the sides. Those of them that are no sums are the corners: one
 * cell, or with pairs 2, 4 or 8 cells with alternating signs. What is added to the even corners is taken
 * from the odd ones. So sums over a dimension with a pair do not change; sums over the other dimensions
 * change at the places of the corners. If every cell that changes is suppressed, the published numbers
 * stay the same for every amount that leaves no corner below zero.
 */
export type Move = readonly Side[];

/** The sides that a move of a cell may have in one dimension. */
function sidesAt(place: number, length: number, stride: number): readonly Side[] {
  const places = Array.from({ length }, (_, at) => at);
  const side = (from: number, to: number, isPair: boolean): Side => ({
    from: from * stride,
    to: to * stride,
    isPair,
  });
  // A sum over the dimension changes with any of its members.
  if (place === length) return places.map((from) => side(from, length, false));
  const pairs = places.filter((to) => to !== place).map((to) => side(place, to, true));
  return [side(place, length, false), ...pairs];
}

/** Every move that changes a cell, in a fixed order. The first move has no pairs. */
export function* movesOf(table: CubeTable, cell: number): Generator<Move> {
  const choices = table
    .placesOf(cell)
    .map((place, at) => sidesAt(place, table.members[at]?.length ?? 0, table.strides[at] ?? 1));

  function* from(at: number, sides: Move): Generator<Move> {
    for (const side of choices[at] ?? []) {
      const move = [...sides, side];
      if (move.length < choices.length) yield* from(at + 1, move);
      else yield move;
    }
  }
  yield* from(0, []);
}

/** All cells whose numbers a move changes. */
export function changedBy(move: Move): readonly number[] {
  return move.reduce<readonly number[]>(
    (cells, { from, to }) => cells.flatMap((cell) => [cell + from, cell + to]),
    [0],
  );
}

// Thousands of moves are compared for each one chosen, so the functions below recurse and build no lists.

/** The least value of a figure in the even or the odd corners. A value below zero counts as zero. */
function leastOf(
  table: CubeTable,
  move: Move,
  figure: number,
  ofOdd: boolean,
  at = 0,
  cell = 0,
): number {
  const side = move[at];
  // Each pair turns the sign. A sign without a corner has no bound.
  if (!side) return ofOdd ? Infinity : Math.max(0, table.cells[cell]?.[figure]?.value ?? 0);
  const least = leastOf(table, move, figure, ofOdd, at + 1, cell + side.from);
  if (!side.isPair) return least;
  return Math.min(least, leastOf(table, move, figure, !ofOdd, at + 1, cell + side.to));
}

/** The width of the range in which a move lets a figure lie. Corners below zero allow no change. */
export function widthOf(table: CubeTable, move: Move, figure: number): number {
  return leastOf(table, move, figure, false) + leastOf(table, move, figure, true);
}

/** The most that one person contributes to a figure in the corners. */
export function mostOf(table: CubeTable, move: Move, figure: number, at = 0, cell = 0): number {
  const side = move[at];
  if (!side) return table.cells[cell]?.[figure]?.most ?? 0;
  const most = mostOf(table, move, figure, at + 1, cell + side.from);
  if (!side.isPair) return most;
  return Math.max(most, mostOf(table, move, figure, at + 1, cell + side.to));
}

/** The number of rows in the cells that a move changes and that are not suppressed yet. */
export function rowsBesides(
  table: CubeTable,
  move: Move,
  suppressed: readonly boolean[],
  at = 0,
  cell = 0,
): number {
  const side = move[at];
  if (!side) return suppressed[cell] ? 0 : (table.cells[cell]?.[0]?.value ?? 0);
  return (
    rowsBesides(table, move, suppressed, at + 1, cell + side.from) +
    rowsBesides(table, move, suppressed, at + 1, cell + side.to)
  );
}
