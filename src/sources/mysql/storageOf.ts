import type { Storage } from '../../source/column.js';

/**
 * Data types of MySQL and MariaDB, by what they store. Whatever is not here is OTHER. YEAR is not,
 * on purpose: the server takes 99 for 1999 when it compares one, and finds no year before 3000 by
 * an index.
 */
const storages: ReadonlyMap<string, Storage> = new Map([
  ['char', 'TEXT'],
  ['varchar', 'TEXT'],
  ['tinytext', 'TEXT'],
  ['text', 'TEXT'],
  ['mediumtext', 'TEXT'],
  ['longtext', 'TEXT'],
  ['enum', 'TEXT'],
  ['set', 'TEXT'],
  ['tinyint', 'INTEGER'],
  ['smallint', 'INTEGER'],
  ['mediumint', 'INTEGER'],
  ['int', 'INTEGER'],
  ['bigint', 'INTEGER'],
  ['float', 'REAL'],
  ['double', 'REAL'],
  ['decimal', 'DECIMAL'],
  ['date', 'DATE'],
]);

/** Digits before the point that a decimal is compared with (see the dialect's cast). */
const comparedDigits = 35;

/** @param digits how many stand before the point; null where the type is not a decimal */
export function storageOf(dataType: string, digits: number | null): Storage {
  const storage = storages.get(dataType) ?? 'OTHER';
  return storage === 'DECIMAL' && Number(digits) > comparedDigits ? 'OTHER' : storage;
}
