import type { CubeTable } from './cubeTable.js';
import type { DisclosureRules } from './disclosureRules.js';
import type { Figure } from './figure.js';
import { changedBy, mostOf, movesOf, rowsBesides, widthOf, type Move } from './move.js';

/**
 * Whether a cell tells too much by itself. That is so if a number covers too few people, or none, or if
 * one person contributes too much of it. A sum of zero tells too much, since it tells everybody's value.
 */
function isSensitive(
  figures: readonly Figure[],
  { threshold, dominance }: DisclosureRules,
): boolean {
  return figures.some(
    ({ value, contributors, most }) =>
      contributors < threshold || (dominance !== null && 100 * most >= dominance * Math.abs(value)),
  );
}

/** Secondary suppression: suppresses further cells, so that no suppressed cell can be computed. */
class Suppression {
  readonly #table: CubeTable;
  readonly #threshold: number;
  /** Whether each cell is suppressed. */
  readonly suppressed: boolean[];
  readonly #isGuarded: boolean[];

  constructor(table: CubeTable, rules: DisclosureRules) {
    this.#table = table;
    this.#threshold = rules.threshold;
    this.suppressed = table.cells.map((figures) => isSensitive(figures, rules));
    this.#isGuarded = this.suppressed.map(() => false);
  }

  /** Guards every suppressed cell by a move. The cells that a move suppresses are guarded in turn. */
  guardAll(): void {
    for (let cell = this.#next(); cell >= 0; cell = this.#next()) this.#guard(cell);
  }

  #next(): number {
    return this.suppressed.findIndex((is, cell) => is && !this.#isGuarded[cell]);
  }

  #guard(cell: number): void {
    const move = this.#cheapest(cell);
    for (const changed of changedBy(move)) {
      this.suppressed[changed] = true;
      if (this.#guards(move, changed)) this.#isGuarded[changed] = true;
    }
  }

  /** The move that guards a cell and suppresses the fewest further rows; the first of equal ones. */
  #cheapest(cell: number): Move {
    let best: Move | undefined;
    let least = Infinity;
    for (const move of movesOf(this.#table, cell)) {
      const cost = rowsBesides(this.#table, move, this.suppressed);
      if (cost >= least || !this.#guards(move, cell)) continue;
      [best, least] = [move, cost];
      if (cost === 0) break;
    }
    // A move without pairs is always wide enough, so there is one.
    if (!best) throw new TypeError('a cell has no move');
    return best;
  }

  /**
   * Whether a move leaves each number of a cell a range that is wide enough. The count of rows needs the
   * threshold. Every number needs what one person contributes at most, in the cell or in a corner.
   */
  #guards(move: Move, cell: number): boolean {
    return (this.#table.cells[cell] ?? []).every(({ most }, figure) => {
      const floor = figure === 0 ? this.#threshold : 1;
      const needed = Math.max(floor, most, mostOf(this.#table, move, figure));
      return widthOf(this.#table, move, figure) >= needed;
    });
  }
}

/**
 * Tells which cells are not published: those that tell too much by themselves (primary suppression), and
 * those that keep the former from being computed (secondary suppression). Each suppressed cell has a move
 * that changes suppressed cells only, so the published numbers leave it a range as wide as the move.
 */
export function suppressedCells(table: CubeTable, rules: DisclosureRules): readonly boolean[] {
  const suppression = new Suppression(table, rules);
  suppression.guardAll();
  return suppression.suppressed;
}
