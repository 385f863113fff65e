import type { GroupKey } from '../../../source/request/aggregateRequest.js';
import type { Dialect } from '../dialect.js';
import { groupOf, soundOrNull } from '../held/soundOrNull.js';
import { writeIsSound } from '../held/writeIsSound.js';

import { writeBrought } from './writeBrought.js';

/** The expression that rows are grouped by, and an expression of the rows that gives the group's value. */
export interface GroupTerms {
  readonly key: GroupKey;
  readonly by: string;
  readonly value: string;
}

export function groupTerms(key: GroupKey, dialect: Dialect): GroupTerms {
  const { column } = key;
  const name = dialect.quote(column.name);
  if (key.kind === 'column') {
    const by = groupOf(column, dialect);
    // Of two spellings in a group, that in capital letters is shown, which is first by code point.
    if (column.eitherCase) return { key, by, value: dialect.spelledOf(column) };
    return { key, by, value: soundOrNull(column, name, dialect) };
  }
  // Whatever the column is said to hold, no part of what is no day may show.
  const read = { calendar: column.storage === 'DATETIME' ? 'MOMENT' : 'DAY', ...column } as const;
  const isSound = writeIsSound(read, null, dialect);
  const part = `CASE WHEN ${isSound} THEN ${dialect.dayPartOf(column, key.length)} END`;
  return { key, by: part, value: part };
}

/** Writes what a row of groups brings of the value of one, from an expression that is the same for all its rows. */
export function bringGroup(expression: string, key: GroupKey, dialect: Dialect): string {
  const value = dialect.valueOfGroup(expression, key);
  return key.kind === 'column'
    ? writeBrought(key.column, value, dialect)
    : dialect.tellDayPart(value, key);
}

/**
 * Writes how groups are made and ordered, by the expressions that they are grouped by.
 *
 * @param areSeveral whether groups of one row are left out
 */
export function groupAndOrder(
  keys: readonly string[],
  { nulls }: Pick<Dialect, 'nulls'>,
  areSeveral = false,
): string {
  if (keys.length === 0) return '';
  // Where nulls are last by themselves, an index may give the groups one by one, and no more than are wanted.
  const order = nulls === 'last' ? keys : keys.map((key) => `${key} IS NULL, ${key}`);
  const having = areSeveral ? ' HAVING COUNT(*) > 1' : '';
  return ` GROUP BY ${keys.join(', ')}${having} ORDER BY ${order.join(', ')}`;
}
