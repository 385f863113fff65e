import type { Row } from '../../source/row.js';
import type { WholeRange } from '../../source/sourceShape.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/** The bits of each type of whole numbers. */
const bits: ReadonlyMap<string, number> = new Map([
  ['tinyint', 8],
  ['smallint', 16],
  ['mediumint', 24],
  ['int', 32],
  ['bigint', 64],
]);

/** What a type of whole numbers holds; undefined for any other type. */
export function rangeOfType(dataType: string, isUnsigned: boolean): WholeRange | undefined {
  if (dataType === 'year') return { least: 0, greatest: 2155 };
  const width = bits.get(dataType);
  if (width === undefined) return undefined;
  return isUnsigned
    ? { least: 0, greatest: 2 ** width - 1 }
    : { least: -(2 ** (width - 1)), greatest: 2 ** (width - 1) - 1 };
}

const name = '`([^`]+)`';
const whole = '(-?\\d{1,20})';
/** `n` between 0 and 9, or `n` >= 0 and `n` <= 9, as the server writes them, without its brackets. */
const bounds = [
  new RegExp(`^${name} between ${whole} and ${whole}$`, 'i'),
  new RegExp(`^${name} >= ${whole} and \`\\1\` <= ${whole}$`, 'i'),
];
const list = new RegExp(`^\\(*${name} in \\(${whole}((?:, ?-?\\d{1,20})*)\\)\\)*$`, 'i');

/** The column and the numbers that a CHECK keeps it to; undefined where it is not read as a range. */
export function rangeOfCheck(
  clause: string,
): { readonly column: string; readonly range: WholeRange } | undefined {
  const [, column, first = '', others = ''] = list.exec(clause.trim()) ?? [];
  if (column !== undefined) {
    const members = [first, ...others.split(',').slice(1)].map(Number);
    return { column, range: { least: Math.min(...members), greatest: Math.max(...members) } };
  }
  const bare = clause.replace(/[()]/g, '').trim();
  const [, bounded, least = '', greatest = ''] =
    bounds.map((form) => form.exec(bare)).find((match) => match !== null) ?? [];
  if (bounded === undefined) return undefined;
  return { column: bounded, range: { least: Number(least), greatest: Number(greatest) } };
}

/** MariaDB tells the table of a CHECK beside it, MySQL elsewhere. Servers of before have neither. */
const ofServer = `SELECT UPPER(COLUMN_NAME) FROM information_schema.COLUMNS
   WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME = 'CHECK_CONSTRAINTS'`;
const ofMariadb = `SELECT TABLE_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS
   WHERE CONSTRAINT_SCHEMA = DATABASE()`;
const ofMysql = `SELECT t.TABLE_NAME, c.CHECK_CLAUSE
    FROM information_schema.CHECK_CONSTRAINTS AS c
    JOIN information_schema.TABLE_CONSTRAINTS AS t USING (CONSTRAINT_SCHEMA, CONSTRAINT_NAME)
   WHERE c.CONSTRAINT_SCHEMA = DATABASE() AND t.ENFORCED = 'YES'`;

/** The ranges that the CHECKs of a database state, by table and column as JSON. */
export async function readRanges(run: Run): Promise<ReadonlyMap<string, WholeRange>> {
  const known = (await run({ sql: ofServer, parameters: [] })).map(([column]) => String(column));
  if (known.length === 0) return new Map();
  const sql = known.includes('TABLE_NAME') ? ofMariadb : ofMysql;
  const clauses = await run({ sql, parameters: [] });
  return new Map(
    clauses.flatMap(([table, clause]) => {
      const found = rangeOfCheck(String(clause));
      return found ? [[JSON.stringify([table, found.column]), found.range] as const] : [];
    }),
  );
}
