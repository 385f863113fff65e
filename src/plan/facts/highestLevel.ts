import type { Governance } from '../../catalog/model/catalog.js';

/** A level that data may have. No catalog holds CORE. */
export type HeldLevel = Governance['level'];

const order: readonly HeldLevel[] = ['L1', 'L2', 'L3', 'L4', 'IMPORTANT'];

/** The highest of some levels; null where there is none. */
export function highestLevel(levels: readonly (HeldLevel | null)[]): HeldLevel | null {
  const highest = Math.max(-1, ...levels.map((level) => (level ? order.indexOf(level) : -1)));
  return order[highest] ?? null;
}

/**
 * Whether a lookup of data of this level must state its occasion, the acting user and the case:
 * from L3 on.
 */
export function callsForOccasion(level: HeldLevel | null): boolean {
  return level !== null && order.indexOf(level) >= order.indexOf('L3');
}
