import type { CubeTable } from './cubeTable.js';

/**
 * One dimension of a move: from where to where, as parts of the index of a cell. A pair goes from one
 * member to an opposite one; what is no pair, from a member to the sum over all.
 */
interface Side {
  readonly from: number;
  readonly to: number;
  readonly isPair: boolean;
}

/**
 * A change of the table that its published numbers cannot tell, one side in each dimension. The cells
 * that change lie at either end of every side. Those at no sum are its corners: one cell, or, with
 * pairs, 2, 4 or 8 cells whose signs alternate: what is added to the even ones is taken from the odd
 * ones. No sum over a dimension with a pair changes by that; the sums over the others do, each at the
 * corners' places. So where all that changes is suppressed, the published numbers are the same for
 * every amount that leaves no corner below zero.
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
  // A sum over the dimension changes by what is added to any of its parts.
  if (place === length) return places.map((from) => side(from, length, false));
  const pairs = places.filter((to) => to !== place).map((to) => side(place, to, true));
  return [side(place, length, false), ...pairs];
}

/** Every move by which a cell changes, in a fixed order; the first has no pair. */
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

// Thousands of moves are looked at for each that is taken: so by recursion, which keeps no list of cells.

/** The least that a number is in the even corners, or the odd ones; below zero counts as none. */
function leastOf(
  table: CubeTable,
  move: Move,
  figure: number,
  ofOdd: boolean,
  at = 0,
  cell = 0,
): number {
  const side = move[at];
  // Behind each pair the signs turn; where no corner is left of a sign, nothing bounds it.
  if (!side) return ofOdd ? Infinity : Math.max(0, table.cells[cell]?.[figure]?.value ?? 0);
  const least = leastOf(table, move, figure, ofOdd, at + 1, cell + side.from);
  if (!side.isPair) return least;
  return Math.min(least, leastOf(table, move, figure, !ofOdd, at + 1, cell + side.to));
}

/**
 * How wide the range is in which a number can lie by a move; a corner that is below zero is left where it
 * is.
 */
export function widthOf(table: CubeTable, move: Move, figure: number): number {
  return leastOf(table, move, figure, false) + leastOf(table, move, figure, true);
}

/** The most that one person makes up of a number in the corners. */
export function mostOf(table: CubeTable, move: Move, figure: number, at = 0, cell = 0): number {
  const side = move[at];
  if (!side) return table.cells[cell]?.[figure]?.most ?? 0;
  const most = mostOf(table, move, figure, at + 1, cell + side.from);
  if (!side.isPair) return most;
  return Math.max(most, mostOf(table, move, figure, at + 1, cell + side.to));
}

/** The rows of the cells that a move changes and that are not suppressed yet. */
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
