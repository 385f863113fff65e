import type { Row } from '../../source/row.js';
import type { Origin } from '../../source/sourceShape.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

const views = `SELECT TABLE_NAME, VIEW_DEFINITION, DATABASE() FROM information_schema.VIEWS
   WHERE TABLE_SCHEMA = DATABASE()`;
const generated = `SELECT TABLE_NAME, COLUMN_NAME, GENERATION_EXPRESSION
    FROM information_schema.COLUMNS
   WHERE TABLE_SCHEMA = DATABASE() AND GENERATION_EXPRESSION <> ''`;

/** The length of what stands in quotes from here on: an identifier or a text. */
function quotedLength(sql: string, at: number): number {
  const quote = sql[at] ?? '';
  let end = at + 1;
  while (end < sql.length) {
    if (sql[end] === '\\' && quote === "'") end += 2;
    else if (sql[end] !== quote) end += 1;
    else if (sql[end + 1] === quote) end += 2;
    else return end + 1 - at;
  }
  return sql.length - at;
}

/**
 * Cuts a statement at commas and at words, where neither brackets nor quotes hold them: its parts, each
 * with the word that begins it.
 */
function outline(
  sql: string,
): { readonly items: readonly string[]; readonly rest: string } | undefined {
  const head = /^select (?:distinct )?/i.exec(sql);
  if (!head) return undefined;
  const items: string[] = [];
  let depth = 0;
  let begun = head[0].length;
  for (let at = begun; at < sql.length;) {
    const char = sql[at] ?? '';
    if (char === '`' || char === "'" || char === '"') {
      at += quotedLength(sql, at);
      continue;
    }
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth === 0 && char === ',') {
      items.push(sql.slice(begun, at));
      begun = at + 1;
    }
    if (depth === 0 && sql.startsWith(' from ', at)) {
      return { items: [...items, sql.slice(begun, at)], rest: sql.slice(at + ' from '.length) };
    }
    at += 1;
  }
  return undefined;
}

/** The tables of a FROM by the name that the list calls them by: their alias, or their own. */
function tablesIn(rest: string, database: string): ReadonlyMap<string, string> {
  const named = rest.matchAll(/`([^`]+)`\.`([^`]+)`(?: `([^`]+)`)?(?=[ ),]|$)/g);
  return new Map(
    [...named].flatMap(([, schema = '', table = '', alias]): [string, string][] =>
      schema === database ? [[alias ?? table, table]] : [],
    ),
  );
}

/** The columns of a view that hold those of a table as they are, as the server writes its definition. */
export function originsIn(definition: string, database: string): ReadonlyMap<string, Origin> {
  const found = outline(definition);
  // What two lists give holds values of both.
  if (!found || /\bunion\b/i.test(found.rest.replace(/`[^`]*`|'[^']*'/g, ''))) return new Map();
  const tables = tablesIn(found.rest, database);
  return new Map(
    found.items.flatMap((item): [string, Origin][] => {
      const [, schema, of = '', column = '', name = ''] =
        /^\s*(?:`([^`]+)`\.)?`([^`]+)`\.`([^`]+)` AS `([^`]+)`\s*$/i.exec(item) ?? [];
      const table = tables.get(of);
      const isOther = schema !== undefined && schema !== database;
      return table === undefined || isOther || name === '' ? [] : [[name, { table, column }]];
    }),
  );
}

/**
 * Where views and generated columns hold another column as it is, by table and column as JSON. A view
 * over a view is followed to its table. A definition that the server does not show tells nothing.
 */
export async function readOrigins(run: Run): Promise<ReadonlyMap<string, Origin>> {
  const [ofViews, ofColumns] = await Promise.all([
    run({ sql: views, parameters: [] }),
    run({ sql: generated, parameters: [] }),
  ]);
  const direct = new Map<string, Origin>();
  for (const [view, definition, database] of ofViews) {
    for (const [name, origin] of originsIn(String(definition), String(database))) {
      direct.set(JSON.stringify([view, name]), origin);
    }
  }
  for (const [table, name, expression] of ofColumns) {
    const [, column] = /^\(*`([^`]+)`\)*$/.exec(String(expression)) ?? [];
    if (column !== undefined) {
      direct.set(JSON.stringify([table, name]), { table: String(table), column });
    }
  }
  const follow = (origin: Origin, steps: number): Origin => {
    const next = direct.get(JSON.stringify([origin.table, origin.column]));
    return next && steps > 0 ? follow(next, steps - 1) : origin;
  };
  return new Map([...direct].map(([place, origin]) => [place, follow(origin, direct.size)]));
}
