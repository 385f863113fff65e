import type { Row } from '../../source/row.js';
import type { Origin } from '../../source/sourceShape.js';
import type { Statement } from '../sql/statement.js';

type Run = (statement: Statement) => Promise<readonly Row[]>;

/** Views with the trees that the server made of their statements. */
const views = `
  SELECT c.oid::bigint, c.relname, r.ev_action::text
    FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND c.relkind IN ('v', 'm') AND r.ev_type = '1'`;

/** Whatever a view may take its columns from, and the views by whose numbers others name them. */
const columns = `
  SELECT c.oid::bigint, a.attnum, c.relname, a.attname, c.relkind IN ('r', 'p')
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
   WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
     AND c.relkind IN ('r', 'p', 'v', 'm')`;

/** A column by the number of its table and its own. */
interface Place {
  readonly table: number;
  readonly column: number;
}

/** The end of an entry of the list that a SELECT gives (PostgreSQL, primnodes.h: TargetEntry). */
const entry =
  /:resno (\d+) :resname .* :ressortgroupref \d+ :resorigtbl (\d+) :resorigcol (\d+) :resjunk false$/;

/**
 * Reads, of the tree of a view's statement, which columns are those of a table as they are. The server
 * notes it beside each entry of the outermost list, whose depth is two: those of subqueries lie deeper.
 *
 * @returns where a column comes from, by the number of the view's column
 */
export function originsInTree(tree: string): ReadonlyMap<number, Place> {
  const found = new Map<number, Place>();
  let depth = 0;
  let begun = -1;
  for (let at = 0; at < tree.length; at += 1) {
    const char = tree[at];
    if (char === '\\') at += 1;
    else if (char === '{') {
      depth += 1;
      if (depth === 2) begun = at;
    } else if (char === '}') {
      if (depth === 2 && tree.startsWith('{TARGETENTRY ', begun)) {
        const [, number, table, column] = entry.exec(tree.slice(begun, at)) ?? [];
        if (Number(table) > 0) {
          found.set(Number(number), { table: Number(table), column: Number(column) });
        }
      }
      depth -= 1;
    }
  }
  return found;
}

const keyOf = ({ table, column }: Place): string => `${table} ${column}`;

/** The columns of tables that columns of views hold as they are, by view and column as JSON. */
export async function readOrigins(run: Run): Promise<ReadonlyMap<string, Origin>> {
  const [trees, named] = await Promise.all(
    [views, columns].map((sql) => run({ sql, parameters: [] })),
  );
  const steps = new Map<string, Place>();
  for (const [view, , tree] of trees ?? []) {
    for (const [column, place] of originsInTree(String(tree))) {
      steps.set(keyOf({ table: Number(view), column }), place);
    }
  }
  const names = new Map(
    (named ?? []).map(([table, column, tableName, name, isTable]) => [
      keyOf({ table: Number(table), column: Number(column) }),
      { origin: { table: String(tableName), column: String(name) }, isTable: isTable === true },
    ]),
  );
  const origins = new Map<string, Origin>();
  for (const [begin, first] of steps) {
    // A view may read a view; none reads itself.
    let place: Place | undefined = first;
    let end = names.get(keyOf(first));
    while (end && !end.isTable) {
      place = steps.get(keyOf(place));
      if (!place) break;
      end = names.get(keyOf(place));
    }
    const from = names.get(begin)?.origin;
    if (from && end?.isTable) origins.set(JSON.stringify([from.table, from.column]), end.origin);
  }
  return origins;
}
