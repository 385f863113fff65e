import type { Row } from '../../source/row.js';
import type { WholeRange } from '../../source/sourceShape.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/** The bits of each type of whole numbers. */
const bits: ReadonlyMap<string, number> = new Map([
  ['int2', 16],
  ['int4', 32],
  ['int8', 64],
]);

/** What a type of whole numbers holds; undefined for any other type. */
export function rangeOfType(type: string): WholeRange | undefined {
  const width = bits.get(type);
  if (width === undefined) return undefined;
  return { least: -(2 ** (width - 1)), greatest: 2 ** (width - 1) - 1 };
}

/** The checks of one column of whole numbers that all rows were held to. */
const checks = `
  SELECT c.relname, a.attname, pg_get_expr(k.conbin, k.conrelid), quote_ident(a.attname)
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND k.contype = 'c' AND k.convalidated AND NOT k.connoinherit AND cardinality(k.conkey) = 1
     AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)`;

const name = '("(?:[^"]|"")+"|[^\\s"]+)';
const whole = "'?(-?\\d{1,20})'?";
/** As the server writes them, without its brackets and casts. */
const between = new RegExp(`^${name} >= ${whole} AND \\1 <= ${whole}$`);
const list = new RegExp(`^${name} = ANY ARRAY\\[([^\\]]+)\\]$`);
const member = new RegExp(`^${whole}$`);

/**
 * The numbers that a check of one column keeps it to; undefined where it is not read as a range.
 *
 * @param column as the server writes it; without brackets, a function of it could look like another
 */
export function rangeOfCheck(expression: string, column: string): WholeRange | undefined {
  const bare = expression
    .replace(/::(?:smallint|integer|bigint)/g, '')
    .replace(/[()]/g, '')
    .trim();
  const [, bounded, least, greatest] = between.exec(bare) ?? [];
  if (bounded === column) {
    return { least: Number(least), greatest: Number(greatest) };
  }
  const [, listed, members] = list.exec(bare) ?? [];
  if (listed !== column) return undefined;
  const numbers = members?.split(', ').map((text) => member.exec(text)?.[1]);
  if (!numbers || numbers.includes(undefined)) return undefined;
  const values = numbers.map(Number);
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** The ranges that the checks of a schema state, by table and column as JSON. */
export async function readRanges(run: Run): Promise<ReadonlyMap<string, WholeRange>> {
  const found = await run({ sql: checks, parameters: [] });
  return new Map(
    found.flatMap(([table, named, expression, column]) => {
      const range = rangeOfCheck(String(expression), String(column));
      return range ? [[JSON.stringify([table, named]), range] as const] : [];
    }),
  );
}
