import type { Governance } from '../../catalog/model/catalog.js';

/** The level of data that a step reads; CORE is in no catalog. */
export type HeldLevel = Governance['level'];

const order: readonly HeldLevel[] = ['L1', 'L2', 'L3', 'L4', 'IMPORTANT'];

/** The highest of some levels; null of none. */
export function highestLevel(levels: readonly (HeldLevel | null)[]): HeldLevel | null {
  const highest = Math.max(-1, ...levels.map((level) => (level ? order.indexOf(level) : -1)));
  return order[highest] ?? null;
}

/** Whether whoever looks somebody up at this level does so for a case, and answers for it: from L3 on. */
export function callsForOccasion(level: HeldLevel | null): boolean {
  return level !== null && order.indexOf(level) >= order.indexOf('L3');
}
