import type { CubeTable } from './cubeTable.js';
import type { DisclosureRules } from './disclosureRules.js';
import type { Figure } from './figure.js';
import { changedBy, mostOf, movesOf, rowsBesides, widthOf, type Move } from './move.js';

/**
 * Whether a cell by itself tells too much: one of its numbers is of too few people, none included, or
 * one person makes up too much of it. A sum of zero tells what each of them has.
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

/** Chooses what is suppressed besides, so that no cell can be reckoned from what is published. */
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

  /** What a move suppresses is guarded by it, or else, in its turn, by another: until all is. */
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

  /** The move that guards a cell and suppresses the fewest rows besides; of equal ones the first. */
  #cheapest(cell: number): Move {
    let best: Move | undefined;
    let least = Infinity;
    for (const move of movesOf(this.#table, cell)) {
      const cost = rowsBesides(this.#table, move, this.suppressed);
      if (cost >= least || !this.#guards(move, cell)) continue;
      [best, least] = [move, cost];
      if (cost === 0) break;
    }
    // One without a pair is as wide as can be.
    if (!best) throw new TypeError('a cell has no move');
    return best;
  }

  /**
   * Whether each number of a cell can lie anywhere in a range that is wide enough: for rows as wide as
   * the threshold, and for every number as what one person makes up of it, here or in a corner.
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
 * Which cells are not published: those that tell too much by themselves, and those without which none of
 * them can be reckoned from the rest. For every suppressed cell there is a move that changes suppressed
 * cells only, so that whatever is published leaves a range for it that is as wide as the move.
 */
export function suppressedCells(table: CubeTable, rules: DisclosureRules): readonly boolean[] {
  const suppression = new Suppression(table, rules);
  suppression.guardAll();
  return suppression.suppressed;
}
