/** How a text column of the source is kept and compared there. */
export interface Collation {
  readonly charset: string;
  readonly name: string;
}

/** The collations by which indexes may serve, by table, then by column. */
export type Collations = ReadonlyMap<string, ReadonlyMap<string, Collation>>;

/**
 * Those that compare by code point, neither folding nor padding: MariaDB's, then MySQL's. (Where
 * MariaDB sorts instead of following an index, it may take a text that *ends* in U+0000 for equal to
 * the same text without it. To order by bytes would cost every list its index for that.)
 */
const exactCollations: ReadonlySet<string> = new Set(['utf8mb4_nopad_bin', 'utf8mb4_0900_bin']);

/**
 * A CHAR gives back its text without the blanks that it was padded with, but an index of it keeps
 * them: MariaDB finds no 'a' below 'a\0' there. An ENUM and a SET compare by their declared order.
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
 * Charsets in which no two codes stand for the same character, so that texts that are equal as
 * Unicode are equal in the column. cp932 has 398 characters twice, big5 and ujis some; a
 * comparison within those would miss rows. Each of these was read through once on MariaDB 10.11.
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

/** Names are put into statements as they stand: nothing but a name may pass. */
const plainName = /^[a-z0-9_]+$/;

/** The collation by which an index may serve before bytes are compared; null where none may. */
export function servingCollation(charset: string, name: string): Collation | null {
  return faithfulCharsets.has(charset) && plainName.test(name) ? { charset, name } : null;
}
