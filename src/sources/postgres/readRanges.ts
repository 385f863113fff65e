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
  SELECT c.relname, a.attname, pg_get_expr(k.conbin, k.conrelid)
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND k.contype = 'c' AND k.convalidated AND NOT k.connoinherit AND cardinality(k.conkey) = 1
     AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)`;

const column = '(?:"(?:[^"]|"")+"|[^\\s"]+)';
const whole = "'?(-?\\d{1,20})'?";
/** As the server writes them, without its brackets and casts. */
const between = new RegExp(`^${column} >= ${whole} AND ${column} <= ${whole}$`);
const list = new RegExp(`^${column} = ANY ARRAY\\[([^\\]]+)\\]$`);
const member = new RegExp(`^${whole}$`);

/** The numbers that a check of one column keeps it to; undefined where it is not read as a range. */
export function rangeOfCheck(expression: string): WholeRange | undefined {
  const bare = expression
    .replace(/::(?:smallint|integer|bigint)/g, '')
    .replace(/[()]/g, '')
    .trim();
  const [, least, greatest] = between.exec(bare) ?? [];
  if (least !== undefined && greatest !== undefined) {
    return { least: Number(least), greatest: Number(greatest) };
  }
  const [, members] = list.exec(bare) ?? [];
  const numbers = members?.split(', ').map((text) => member.exec(text)?.[1]);
  if (!numbers || numbers.includes(undefined)) return undefined;
  const values = numbers.map(Number);
  return { least: Math.min(...values), greatest: Math.max(...values) };
}

/** The ranges that the checks of a schema state, by table and column as JSON. */
export async function readRanges(run: Run): Promise<ReadonlyMap<string, WholeRange>> {
  const found = await run({ sql: checks, parameters: [] });
  return new Map(
    found.flatMap(([table, name, expression]) => {
      const range = rangeOfCheck(String(expression));
      return range ? [[JSON.stringify([table, name]), range] as const] : [];
    }),
  );
}
