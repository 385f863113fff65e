import type { Column } from '../../../source/column/column.js';
import type { Dialect } from '../dialect.js';

import { writeBrought } from './writeBrought.js';
import type { WrittenTests } from './writeTests.js';

/**
 * The written lists of columns, by dialect. Only the frozen lists of plans are kept: they do not
 * change and live as long as their plan.
 */
const columnLists = new WeakMap<Dialect, WeakMap<readonly Column[], string>>();

/** Writes the columns of a SELECT. `1` stands for no column, because such rows still count. */
export function columnList(
  columns: readonly Column[],
  dialect: Dialect,
  tests: WrittenTests,
): string {
  const bring = (one: Column) => writeBrought(one, dialect.quote(one.name), dialect);
  if (tests.size > 0) {
    return columns.map((one) => tests.get(one)?.sql ?? bring(one)).join(', ');
  }
  const ofDialect = columnLists.get(dialect) ?? new WeakMap<readonly Column[], string>();
  const known = ofDialect.get(columns);
  if (known !== undefined) return known;
  const list = columns.map(bring).join(', ') || '1';
  if (Object.isFrozen(columns)) columnLists.set(dialect, ofDialect.set(columns, list));
  return list;
}
