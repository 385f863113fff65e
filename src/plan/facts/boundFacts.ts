import type { ListPlan, RowFacts } from '../rows/rowShape.js';

import { highestLevel, type HeldLevel } from './highestLevel.js';
import { mergeReads, type Reads } from './reads.js';

/**
 * What a bound step tells before it is executed. It follows from the operation and its arguments
 * alone.
 */
export interface BoundFacts {
  /** The most rows that the step may fetch. */
  readonly rows: number;
  /** Its cost apart from rows: link conditions and totals. */
  readonly extraCost: number;
  readonly reads: Reads;
  /** The highest level of all that is shown or compared. */
  readonly level: HeldLevel | null;
}

/**
 * The cost of a statement that scans rows. It is fixed, because the operation cannot tell how many
 * rows there are.
 */
export const scanCost = 100;

/** Binds the lists behind links, which gives the sizes of their pages. */
interface LinkedLists {
  bindLinkedList(step: ListPlan): { readonly facts: BoundFacts };
}

/** Binds the facts of one row, with those of the lists behind its links. */
export function bindRowFacts(row: RowFacts, linked: LinkedLists): BoundFacts {
  const { rows, reads, level } = row;
  if (row.lists.length === 0) return { rows, extraCost: 0, reads, level };
  const lists = row.lists.map((list) => linked.bindLinkedList(list).facts);
  // What the rows of the lists show is among the reads of this row. Only conditions and orders read more.
  const more = lists
    .map((list) => list.reads)
    .filter((of, at) => of !== row.lists[at]?.facts.reads);
  return {
    rows: lists.reduce((sum, list) => sum + list.rows, rows),
    extraCost: lists.reduce((sum, list) => sum + list.extraCost, 0),
    reads: mergeReads([reads, ...more]),
    level: highestLevel([level, ...lists.map((list) => list.level)]),
  };
}
