import type { Equated } from '../../source/sourceShape.js';

/** How a text column is stored and compared at the source. */
export interface Collation {
  readonly charset: string;
  readonly name: string;
  /** Whether an index of the column keeps texts in the collation's order. */
  readonly keepsOrder?: boolean;
}

/** The collations that let an index serve, by table, then by column. */
export type Collations = ReadonlyMap<string, ReadonlyMap<string, Collation>>;

/**
 * Collations that compare by code point, with nothing folded or padded: MariaDB's, then MySQL's.
 * (When MariaDB sorts instead of following an index, it may take a text that *ends* in U+0000 for
 * equal to the same text without it. Sorting by bytes would avoid that, but then no list could use
 * its index.)
 */
const exactCollations: ReadonlySet<string> = new Set(['utf8mb4_nopad_bin', 'utf8mb4_0900_bin']);

/**
 * The types whose index keeps texts as they are compared. CHAR is not one: it returns its text
 * without the padding, but its index keeps the padding, so MariaDB finds no 'a' below 'a\0' there.
 * ENUM and SET are not either: they compare by their declared order.
 */
const variableTypes: ReadonlySet<string> = new Set([
  'varchar',
  'tinytext',
  'text',
  'mediumtext',
  'longtext',
]);

export function comparesExactly(dataType: string, collation: string): boolean {
  return variableTypes.has(dataType) && exactCollations.has(collation);
}

/**
 * What the server takes for equal in a text, as its own joins and foreign keys do. All collations but
 * those that say otherwise fill the shorter text up with blanks, and a CHAR loses those at its end.
 */
export function equatedBy(dataType: string, collation: string): readonly Equated[] {
  const folds = !/_bin$|_cs$|_as_cs/.test(collation);
  const pads = dataType === 'char' || !/nopad|_0900_/.test(collation);
  return [...(folds ? ['case' as const] : []), ...(pads ? ['blanks' as const] : [])];
}

/**
 * Charsets in which no two codes stand for the same character, so that texts that are equal in
 * Unicode are equal in the column. cp932 has 398 characters twice, and big5 and ujis have some; a
 * comparison in those charsets would miss rows. Each charset here was read through once on MariaDB
 * 10.11.
 */
const faithfulCharsets: ReadonlySet<string> = new Set([
  'utf8mb4',
  'utf8mb3',
  'utf8',
  'latin1',
  'ascii',
  'gbk',
  'gb2312',
]);

/** Names are written into statements as they are, so only plain names may pass. */
const plainName = /^[a-z0-9_]+$/;

/** The collation that lets an index serve before bytes are compared; null where none can. */
export function servingCollation(
  dataType: string,
  charset: string,
  name: string,
): Collation | null {
  if (!faithfulCharsets.has(charset) || !plainName.test(name)) return null;
  return { charset, name, keepsOrder: variableTypes.has(dataType) };
}
