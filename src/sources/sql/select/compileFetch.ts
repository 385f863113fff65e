import type { Column } from '../../../source/column/column.js';
import { isComparedAlike } from '../../../source/column/isReadAlike.js';
import { directions } from '../../../source/request/direction.js';
import type { FetchRequest, Limit, Order } from '../../../source/request/fetchRequest.js';
import type { Dialect } from '../dialect.js';
import { writeIsNull } from '../filter/writeIsNull.js';
import { orderOf } from '../held/soundOrNull.js';
import { Placeholders } from '../placeholders.js';
import type { Statement } from '../statement.js';

import { writeFrom } from './writeFrom.js';
import { writeTests, type WrittenTests } from './writeTests.js';

/**
 * The written lists of columns, by dialect. Only the frozen lists of plans are kept: they do not
 * change and live as long as their plan.
 */
const columnLists = new WeakMap<Dialect, WeakMap<readonly Column[], string>>();

/** Writes the columns of a SELECT. `1` stands for no column, because such rows still count. */
function columnList(columns: readonly Column[], dialect: Dialect, tests: WrittenTests): string {
  const bring = (one: Column) => dialect.bring(one, dialect.quote(one.name));
  if (tests.size > 0) {
    return columns.map((one) => tests.get(one)?.sql ?? bring(one)).join(', ');
  }
  const ofDialect = columnLists.get(dialect) ?? new WeakMap<readonly Column[], string>();
  const known = ofDialect.get(columns);
  if (known !== undefined) return known;
  const list = columns.map(bring).join(', ') || '1';
  if (Object.isFrozen(columns)) columnLists.set(dialect, ofDialect.set(columns, list));
  return list;
}

/**
 * Writes one column of ORDER BY. Where the source puts nulls at the wrong end, a term before the
 * column moves them. No index can serve that term, so only a column that may hold nulls gets it.
 */
function orderTerm({ column, direction }: Order, dialect: Dialect): string {
  const { ascends, nullsFirst } = directions[direction];
  const place = orderOf(column, dialect);
  const by = ascends ? place : `${place} DESC`;
  const comeFirst = ascends === (dialect.nulls === 'first');
  if (!column.nullable || comeFirst === nullsFirst) return by;
  const nulls = writeIsNull(column, null, dialect);
  return nullsFirst ? `${nulls} DESC, ${by}` : `${nulls}, ${by}`;
}

function orderClause(orderBy: readonly Order[], dialect: Dialect): string {
  // A repeated column decides nothing more, but a sort would still store its values again.
  const terms = orderBy.filter(({ column }, at) => {
    return orderBy.findIndex(({ column: other }) => isComparedAlike(other, column)) === at;
  });
  return terms.length > 0
    ? ` ORDER BY ${terms.map((order) => orderTerm(order, dialect)).join(', ')}`
    : '';
}

/** A name that no column of the statement has. Databases ignore the case of a name. */
function freeName(columns: readonly Column[]): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let name = 'place';
  while (taken.has(name)) name += '_';
  return name;
}

/**
 * Writes a statement for the first rows of each value: a window numbers the rows of each value, and
 * the outer query keeps the first numbers.
 */
function compileEach(
  { columns, orderBy }: FetchRequest,
  limit: Extract<Limit, { readonly kind: 'each' }>,
  from: string,
  tests: WrittenTests,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const read = [
    ...columns.filter((one) => !tests.has(one)),
    ...orderBy.map(({ column }) => column),
  ];
  const inner = [...new Map(read.map((column) => [column.name, column])).values()];
  const place = dialect.quote(freeName(inner));
  const order = orderClause(orderBy, dialect);
  // Two spellings of one text have windows of their own, since an index serves them so. Who asks takes
  // the first rows of both together, which are among the first of each.
  const by = limit.of.map((column) => orderOf(column, dialect));
  const window = `PARTITION BY ${by.join(', ')}${order}`;
  const placed = `SELECT ${[
    ...inner.map(({ name }) => dialect.quote(name)),
    ...Array.from(tests.values(), ({ sql, name }) => `${sql} AS ${name}`),
    `ROW_NUMBER() OVER (${window}) AS ${place}`,
  ].join(', ')}${from}`;
  const named = new Map(Array.from(tests, ([test, { name }]) => [test, { name, sql: name }]));
  return `SELECT ${columnList(columns, dialect, named)} FROM (${placed}) AS placed WHERE ${place} <= ${placeholders.add(dialect.rows(limit.rows))}${order}`;
}

/** Compiles a fetch, which must not be one of no rows. */
export function compileStatement(request: FetchRequest, dialect: Dialect): Statement {
  const { columns, filter, orderBy, limit } = request;
  if (filter.kind === 'nothing') throw new TypeError('no statement asks for nothing');
  const placeholders = new Placeholders((number) => dialect.placeholder(number));
  const { parameters } = placeholders;
  const tests = writeTests(request, dialect, placeholders);
  const from = writeFrom(request, dialect, placeholders);
  if (limit?.kind === 'each') {
    return { sql: compileEach(request, limit, from, tests, dialect, placeholders), parameters };
  }
  const order = orderClause(orderBy, dialect);
  const bound = limit ? ` LIMIT ${placeholders.add(dialect.rows(limit.rows))}` : '';
  return {
    sql: `SELECT ${columnList(columns, dialect, tests)}${from}${order}${bound}`,
    parameters,
  };
}

/** Compiles any fetch; null for one of no rows, which asks no source. */
export function compileFetch(request: FetchRequest, dialect: Dialect): Statement | null {
  return request.filter.kind === 'nothing' ? null : compileStatement(request, dialect);
}
