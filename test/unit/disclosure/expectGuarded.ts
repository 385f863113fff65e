import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

import { possibleValues } from './possibleValues.js';
import { keyOf, repaired } from './tables.js';

/**
 * Expects that what is told of each table says no cell closer than by the base, and that it is given back
 * unchanged when it is repaired again: else the tables that it is told of would not all give it.
 */
export function expectGuarded(tables: readonly RoundedTable[]): void {
  const told = new Map<string, RoundedTable>();
  for (const table of tables) {
    const one = repaired(table);
    told.set(keyOf(one), one);
  }
  for (const [key, table] of told) {
    if (keyOf(repaired(table)) !== key) throw new Error(`repair changes what it gave: ${key}`);
    const least = Math.min(...possibleValues(table, table.base));
    if (least < table.base) throw new Error(`a cell has ${least} possible values: ${key}`);
  }
}
