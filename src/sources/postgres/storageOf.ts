import type { ElementsOf, Storage } from '../../source/column/column.js';

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

const ofElements: ReadonlySet<Storage> = new Set(['TEXT', 'INTEGER', 'DECIMAL', 'DATE', 'BOOLEAN']);

/** What the elements of an array are, by the name of their type; undefined where no list holds such. */
export function elementsOf(type: string): ElementsOf | undefined {
  const storage = storageOf(type, type === 'enum');
  if (!ofElements.has(storage)) return undefined;
  return { storage, ...(type === 'uuid' && { isUuid: true }) };
}

export function storageOf(type: string, isEnum: boolean): Storage {
  return isEnum ? 'TEXT' : (storages.get(type) ?? 'OTHER');
}
