import type { SourceKind } from '../../sourceKind.js';

/** What the big tables and the statements by hand say otherwise at each kind of source. */
export interface Spelling {
  /** A subquery of one column `n`, from a number to another. */
  readonly numbers: (from: number, to: number) => string;
  /** What is said of a table's rows once they are all there, for the source to plan by. */
  readonly analyze: (table: string) => string;
  /** The day so many days after the first of 1990. */
  readonly day: (days: string) => string;
  /** The types of texts that are compared by code point, and of those whose case is folded, or sorted beside each other. */
  readonly exact: string;
  readonly folding: string;
  /** A text of that second type, to be sorted and compared by code point. */
  readonly byCodePoint: (column: string) => string;
  readonly year: (column: string) => string;
  readonly month: (column: string) => string;
}

const counted = (from: number, to: number) =>
  `(WITH RECURSIVE counted(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM counted WHERE n < ${to}) SELECT n FROM counted)`;

export const spellings: Readonly<Record<SourceKind, Spelling>> = {
  mariadb: {
    numbers: (from, to) => `(SELECT seq AS n FROM seq_${from}_to_${to})`,
    analyze: (table) => `ANALYZE TABLE ${table}`,
    day: (days) => `DATE_ADD('1990-01-01', INTERVAL ${days} DAY)`,
    exact: 'VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin',
    folding: 'VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci',
    byCodePoint: (column) => `CAST(${column} AS BINARY)`,
    year: (column) => `YEAR(${column})`,
    month: (column) => `DATE_FORMAT(${column}, '%Y-%m')`,
  },
  postgres: {
    numbers: (from, to) => `(SELECT n FROM generate_series(${from}::BIGINT, ${to}) AS counted(n))`,
    analyze: (table) => `VACUUM ANALYZE ${table}`,
    day: (days) => `(DATE '1990-01-01' + (${days})::INTEGER)`,
    exact: 'VARCHAR(20) COLLATE "C"',
    folding: 'VARCHAR(20) COLLATE "en-x-icu"',
    byCodePoint: (column) => `${column} COLLATE "C"`,
    year: (column) => `to_char(${column}, 'YYYY')`,
    month: (column) => `to_char(${column}, 'YYYY-MM')`,
  },
  sqlite: {
    numbers: counted,
    analyze: (table) => `ANALYZE ${table}`,
    day: (days) => `date('1990-01-01', '+' || (${days}) || ' days')`,
    exact: 'VARCHAR(20)',
    folding: 'VARCHAR(20) COLLATE NOCASE',
    byCodePoint: (column) => `${column} COLLATE BINARY`,
    year: (column) => `substr(${column}, 1, 4)`,
    month: (column) => `substr(${column}, 1, 7)`,
  },
};
