import type Database from 'better-sqlite3';

import type { Storage } from '../../source/column/column.js';
import type { ColumnShape, Origin } from '../../source/sourceShape.js';
import { indexesOf } from '../sql/shape/indexesOf.js';
import { UniqueSets, type UniqueIndex } from '../sql/shape/uniqueSets.js';

import type { ShapeEntries } from './workerRequest.js';

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

/** The affinity of a declared type (SQLite documentation, Datatypes, 3.1). */
function storageOf(declared: string, isUtf8: boolean): Storage {
  const type = declared.toUpperCase();
  if (type.includes('INT') || type.includes('BOOL')) return 'INTEGER';
  // Bytes sort by code point in UTF-8, but not in UTF-16.
  if (/CHAR|CLOB|TEXT|DATE|TIME/.test(type)) return isUtf8 ? 'TEXT' : 'OTHER';
  if (type.includes('JSON')) return 'JSON';
  // SQLite has no exact decimals: a column declared as one holds whole numbers and reals.
  if (type.includes('BLOB')) return 'BYTES';
  return type === '' ? 'OTHER' : 'REAL';
}

/** Whether a type is declared for texts, and SQLite turns those that look like a number into one. */
function holdsNumbers(declared: string): boolean {
  return !/CHAR|CLOB|TEXT/i.test(declared);
}

const quote = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;

/**
 * The columns of texts that SQLite itself compares by code point. A compound SELECT takes texts for one by the
 * collation of its first column (Datatypes, 7.2), and no pragma tells it.
 */
function exactTexts(
  database: Database.Database,
  table: string,
  columns: readonly string[],
): ReadonlySet<string> {
  const texts = ["'a'", "'A'", "'a '"].map((text) => ` UNION SELECT ${text}`).join('');
  const isExact = (column: string) => {
    try {
      const told = `SELECT ${quote(column)} FROM ${quote(table)} WHERE 0${texts}`;
      return database.prepare(told).all().length === 3;
    } catch {
      // Of a collation that the gateway does not know.
      return false;
    }
  };
  return new Set(columns.filter(isExact));
}

/** What may be offered in the stead of a column that no field can hold: the rest of a sentence. */
function insteadOf(declared: string): string {
  if (declared === '')
    return 'declare its type, or offer a view with `CAST(… AS TEXT)`, as a String';
  return /BLOB/i.test(declared)
    ? 'offer a view that tells of it what is asked for, as its size by `length(…)`'
    : 'offer it of a database in UTF-8: in UTF-16 texts are not in the order of code points';
}

/** The unique indexes of a table, but those that hold some rows only, or expressions. */
function uniqueIndexes(database: Database.Database, table: string): readonly UniqueIndex[] {
  const parts = database
    .prepare<[string], { of: string; name: string | null; origin: string }>(
      `SELECT list.name AS "of", info.name, list.origin
         FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
        WHERE list."unique" = 1 AND list.partial = 0
        ORDER BY list.name, info.seqno`,
    )
    .all(table);
  const ofExpressions = new Set(parts.flatMap(({ of, name }) => (name === null ? of : [])));
  return indexesOf(
    parts.flatMap(({ of, name, origin }) =>
      ofExpressions.has(of) ? [] : [[table, of, name, origin === 'pk' ? 1 : 0]],
    ),
  );
}

/**
 * The views that put rows of several lists together, by themselves or through another such view: of their
 * columns SQLite tells the origin in one list only. Names are looked for in the text, so a few views more
 * may be taken for such.
 */
function compoundViews(
  views: readonly { readonly name: string; readonly sql: string | null }[],
): ReadonlySet<string> {
  const compound = new Set<string>();
  for (let known = -1; known < compound.size;) {
    known = compound.size;
    for (const { name, sql } of views) {
      const text = (sql ?? '').toLowerCase();
      const isCompound =
        /\b(?:union|intersect|except)\b/.test(text) ||
        [...compound].some((other) => other !== name && text.includes(other.toLowerCase()));
      if (isCompound) compound.add(name);
    }
  }
  return compound;
}

/** Where the columns of a view come from, as the parser of SQLite tells it of a statement. */
function originsOf(database: Database.Database, view: string): ReadonlyMap<string, Origin> {
  try {
    const columns = database.prepare(`SELECT * FROM ${quote(view)}`).columns();
    return new Map(
      columns.flatMap(({ name, table, column }): [string, Origin][] =>
        table === null || column === null ? [] : [[name, { table, column }]],
      ),
    );
  } catch {
    // A view over what is gone tells nothing, and no statement will read it.
    return new Map();
  }
}

export function readShape(database: Database.Database): ShapeEntries {
  const isUtf8 = database.pragma('encoding', { simple: true }) === 'UTF-8';
  const tables = database
    .prepare<[], { name: string; type: string; sql: string | null }>(
      `SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'`,
    )
    .all();
  const compound = compoundViews(tables.filter(({ type }) => type === 'view'));
  return tables.map(({ name: table, type: kind }) => {
    const unique = new UniqueSets(uniqueIndexes(database, table));
    const origins =
      kind === 'view' && !compound.has(table)
        ? originsOf(database, table)
        : new Map<string, Origin>();
    const columns = database
      .prepare<[string], ColumnRow>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
      .all(table);
    const texts = columns.filter(({ type }) => storageOf(type, isUtf8) === 'TEXT');
    const exact = exactTexts(
      database,
      table,
      texts.map(({ name }) => name),
    );
    const single = columns.filter(({ pk }) => pk > 0).length === 1;
    return [
      table,
      columns.map(({ name, type, notnull, pk }): [string, ColumnShape] => {
        const origin = origins.get(name);
        const storage = storageOf(type, isUtf8);
        return [
          name,
          {
            storage,
            nullable: notnull === 0 && pk === 0,
            ...unique.of(table, name),
            ...(single && pk > 0 && { unique: true, primary: 1 }),
            exact: storage !== 'TEXT' || exact.has(name),
            ...(kind === 'view' && { isDerived: true, isOfView: true }),
            ...(origin && { origin }),
            ...(storage === 'TEXT' && holdsNumbers(type) && { holdsNumbers: true }),
            ...(type !== '' && { type }),
            ...((storage === 'OTHER' || storage === 'BYTES') && { instead: insteadOf(type) }),
          },
        ];
      }),
    ];
  });
}
