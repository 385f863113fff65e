import type { Storage } from '../../source/column/column.js';

/** The storage of each data type of MySQL and MariaDB; OTHER for every type that is missing. */
const storages: ReadonlyMap<string, Storage> = new Map([
  ['char', 'TEXT'],
  ['varchar', 'TEXT'],
  ['tinytext', 'TEXT'],
  ['text', 'TEXT'],
  ['mediumtext', 'TEXT'],
  ['longtext', 'TEXT'],
  ['enum', 'TEXT'],
  ['set', 'TEXT'],
  ['uuid', 'TEXT'],
  ['json', 'JSON'],
  ['binary', 'BYTES'],
  ['varbinary', 'BYTES'],
  ['tinyblob', 'BYTES'],
  ['blob', 'BYTES'],
  ['mediumblob', 'BYTES'],
  ['longblob', 'BYTES'],
  ['tinyint', 'INTEGER'],
  ['smallint', 'INTEGER'],
  ['mediumint', 'INTEGER'],
  ['int', 'INTEGER'],
  ['bigint', 'INTEGER'],
  ['year', 'INTEGER'],
  ['float', 'REAL'],
  ['double', 'REAL'],
  ['decimal', 'DECIMAL'],
  ['date', 'DATE'],
  ['time', 'TIME'],
  ['datetime', 'DATETIME'],
  ['timestamp', 'TIMESTAMP'],
]);

/** The digits before the point, and after it, in the dialect's cast of decimals. */
const compared = { whole: 35, fraction: 30 };

/** The digits of a decimal type before the point, and after it. */
export interface Digits {
  readonly whole: number;
  readonly fraction: number;
}

/**
 * A column of one bit holds truths, and nothing else; of several, it is a set of them.
 *
 * @param digits null where the type is no decimal
 * @param bits how many a `BIT` has
 */
export function storageOf(dataType: string, digits: Digits | null, bits: number): Storage {
  if (dataType === 'bit') return bits === 1 ? 'BOOLEAN' : 'OTHER';
  const storage = storages.get(dataType) ?? 'OTHER';
  if (storage !== 'DECIMAL' || !digits) return storage;
  const isCompared = digits.whole <= compared.whole && digits.fraction <= compared.fraction;
  return isCompared ? storage : 'OTHER';
}
