import type { ListPlan, RowFacts } from '../rows/rowShape.js';

import { highestLevel, type HeldLevel } from './highestLevel.js';
import { mergeReads, type Reads } from './reads.js';

/** What is known of a bound step before it is executed, told by the operation and its arguments alone. */
export interface BoundFacts {
  /** The most rows that it may fetch. */
  readonly rows: number;
  /** What it costs besides, however many rows there are: conditions through links, and totals. */
  readonly extraCost: number;
  readonly reads: Reads;
  /** The highest level of what is shown, or compared with. */
  readonly level: HeldLevel | null;
}

/** What a source goes through many rows for costs so much, since the operation cannot tell how many. */
export const scanCost = 100;

/** Where the lists are that links lead to, with the sizes of their pages. */
interface LinkedLists {
  bindLinkedList(step: ListPlan): { readonly facts: BoundFacts };
}

/** The facts of one row, with the lists that it leads to. */
export function bindRowFacts(row: RowFacts, linked: LinkedLists): BoundFacts {
  const { rows, reads, level } = row;
  if (row.lists.length === 0) return { rows, extraCost: 0, reads, level };
  const lists = row.lists.map((list) => linked.bindLinkedList(list).facts);
  return {
    rows: lists.reduce((sum, list) => sum + list.rows, rows),
    extraCost: lists.reduce((sum, list) => sum + list.extraCost, 0),
    reads: mergeReads([reads, ...lists.map((list) => list.reads)]),
    level: highestLevel([level, ...lists.map((list) => list.level)]),
  };
}
