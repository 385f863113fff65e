import type { Storage } from '../../source/column/column.js';

/**
 * The storage of each data type of PostgreSQL, by its name in the server's catalog; OTHER for every type
 * that is missing.
 */
const storages: ReadonlyMap<string, Storage> = new Map([
  ['text', 'TEXT'],
  ['varchar', 'TEXT'],
  ['bpchar', 'TEXT'],
  ['citext', 'TEXT'],
  ['uuid', 'TEXT'],
  ['int2', 'INTEGER'],
  ['int4', 'INTEGER'],
  ['int8', 'INTEGER'],
  ['float4', 'REAL'],
  ['float8', 'REAL'],
  ['numeric', 'DECIMAL'],
  ['date', 'DATE'],
  ['time', 'TIME'],
  ['timestamp', 'DATETIME'],
  ['timestamptz', 'TIMESTAMP'],
  ['bool', 'BOOLEAN'],
  ['json', 'JSON'],
  ['jsonb', 'JSON'],
  ['bytea', 'BYTES'],
]);

export function storageOf(type: string, isEnum: boolean): Storage {
  return isEnum ? 'TEXT' : (storages.get(type) ?? 'OTHER');
}
