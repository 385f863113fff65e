import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

/** How far the true sum of a total's cells may lie from what is told of it, in units. */
interface Reach {
  readonly least: number;
  readonly most: number;
}

type Told = Pick<RoundedTable['totals'][number], 'told' | 'of'>;

/**
 * What whoever knows the algorithm and all that was told knows of a total, whose offset may be any. Of a
 * member that is named, or of a rest that is told, it is known besides that the same number, with the
 * same offset but rounded as a cell is, was two (of the rest three) bases at the least.
 */
function computeReach({ told, of }: Told, base: number): Reach {
  const wanted = of === 'member' ? 2 : 3;
  const possible: number[] = [];
  for (let sum = (told - 2) * base; sum <= (told + 2) * base; sum += 1) {
    for (let offset = 0; offset < 2 * base; offset += 1) {
      if (2 * Math.floor((sum + offset) / (2 * base)) !== told) continue;
      if (of && Math.floor((sum + (offset % base)) / base) < wanted) continue;
      possible.push(sum);
      break;
    }
  }
  return { least: possible[0]!, most: possible.at(-1)! };
}

const reaches = new Map<string, Reach>();

function reachOf({ told, of }: Told, base: number): Reach {
  const key = `${told} ${of} ${base}`;
  const known = reaches.get(key) ?? computeReach({ told, of }, base);
  reaches.set(key, known);
  return known;
}

/** Searches the true tables that are told as a given one is, under some key. */
class Search {
  readonly #values: readonly (readonly number[])[];
  /** The totals that each cell is in. */
  readonly #totalsOf: readonly (readonly number[])[];
  readonly #reaches: readonly Reach[];
  /** What each total can come to, by the cells that are set and what the others may be. */
  readonly #least: number[];
  readonly #most: number[];
  readonly #held: number[] = [];
  readonly found: readonly Set<number>[];

  constructor({ base, cells, totals, hasNegative }: RoundedTable) {
    // From the middle, where tables are found soonest.
    const steps = Array.from({ length: base }, (_, at) => (at === 0 ? [0] : [at, -at])).flat();
    this.#values = cells.map((told) =>
      steps.map((step) => told * base + step).filter((value) => hasNegative || value >= 0),
    );
    this.#totalsOf = cells.map((_, cell) =>
      totals.flatMap(({ parts }, at) => (parts.includes(cell) ? at : [])),
    );
    this.#reaches = totals.map((total) => reachOf(total, base));
    const bound = (of: (...values: number[]) => number) =>
      totals.map(({ parts }) => parts.reduce((sum, cell) => sum + of(...this.#values[cell]!), 0));
    this.#least = bound(Math.min);
    this.#most = bound(Math.max);
    this.found = cells.map(() => new Set());
  }

  /** Looks for a table whose `cell` is `value`, and keeps its values. */
  look(cell: number, value: number): boolean {
    const at = this.#held.length;
    if (at === this.#values.length) {
      this.#held.forEach((held, place) => this.found[place]!.add(held));
      return true;
    }
    const values = this.#values[at]!;
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    for (const one of at === cell ? [value] : values) {
      let isOpen = true;
      for (const total of this.#totalsOf[at]!) {
        this.#least[total]! += one - lowest;
        this.#most[total]! += one - highest;
        const { least, most } = this.#reaches[total]!;
        isOpen &&= this.#least[total]! <= most && this.#most[total]! >= least;
      }
      this.#held.push(one);
      const isFound = isOpen && this.look(cell, value);
      this.#held.pop();
      for (const total of this.#totalsOf[at]!) {
        this.#least[total]! -= one - lowest;
        this.#most[total]! -= one - highest;
      }
      if (isFound) return true;
    }
    return false;
  }

  valuesOf(cell: number): readonly number[] {
    return this.#values[cell]!;
  }
}

/**
 * Counts, by exact search, how many values each cell of a told table may have: those of the true tables
 * that are told in the same way under some key. It ends where each cell has `enough`.
 */
export function possibleValues(table: RoundedTable, enough: number): readonly number[] {
  const search = new Search(table);
  return search.found.map((found, cell) => {
    for (const value of search.valuesOf(cell)) {
      if (found.size >= enough) break;
      if (!found.has(value)) search.look(cell, value);
    }
    return found.size;
  });
}
