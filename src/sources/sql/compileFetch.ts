import type { Column } from '../../source/column.js';
import { directions } from '../../source/direction.js';
import type { FetchRequest, Limit, Order } from '../../source/fetchRequest.js';

import { compileWhere } from './compileFilter.js';
import type { Dialect } from './dialect.js';
import { Placeholders } from './placeholders.js';
import type { Statement } from './statement.js';

/** The lists of plans, which are frozen and stay, as each dialect writes them. */
const columnLists = new WeakMap<Dialect, WeakMap<readonly Column[], string>>();

/** A row of which nothing is read still counts as a row. */
function columnList(columns: readonly Column[], dialect: Dialect): string {
  const ofDialect = columnLists.get(dialect) ?? new WeakMap<readonly Column[], string>();
  const known = ofDialect.get(columns);
  if (known !== undefined) return known;
  const list = columns.map(({ name }) => dialect.quote(name)).join(', ') || '1';
  if (Object.isFrozen(columns)) columnLists.set(dialect, ofDialect.set(columns, list));
  return list;
}

/**
 * Where nulls are wanted at the other end than where the source puts them, a term goes before the column,
 * but only for one that may hold a null: it takes the order out of the reach of an index.
 */
function orderTerm({ column, direction }: Order, dialect: Dialect): string {
  const { ascends, nullsFirst } = directions[direction];
  const by = ascends ? dialect.orderOf(column) : `${dialect.orderOf(column)} DESC`;
  const comeFirst = ascends === (dialect.nulls === 'first');
  if (!column.nullable || comeFirst === nullsFirst) return by;
  const nulls = `${dialect.quote(column.name)} IS NULL`;
  return nullsFirst ? `${nulls} DESC, ${by}` : `${nulls}, ${by}`;
}

function orderClause(orderBy: readonly Order[], dialect: Dialect): string {
  // A column that stood before decides nothing more, yet sorting would keep its values again.
  const names = orderBy.map(({ column }) => column.name);
  const terms = orderBy.filter(({ column }, at) => names.indexOf(column.name) === at);
  return terms.length > 0
    ? ` ORDER BY ${terms.map((order) => orderTerm(order, dialect)).join(', ')}`
    : '';
}

/** A name that no column of the statement bears. Databases take no notice of a name's case. */
function freeName(columns: readonly Column[]): string {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  let name = 'place';
  while (taken.has(name)) name += '_';
  return name;
}

/** The first rows of each value: all are given their place among their likes, then the first kept. */
function compileEach(
  { columns, orderBy }: FetchRequest,
  limit: Extract<Limit, { readonly kind: 'each' }>,
  from: string,
  dialect: Dialect,
  placeholders: Placeholders,
): string {
  const read = [...columns, ...orderBy.map(({ column }) => column)];
  const inner = [...new Map(read.map((column) => [column.name, column])).values()];
  const place = dialect.quote(freeName(inner));
  const order = orderClause(orderBy, dialect);
  const window = `PARTITION BY ${dialect.orderOf(limit.of)}${order}`;
  const placed = `SELECT ${[
    ...inner.map(({ name }) => dialect.quote(name)),
    `ROW_NUMBER() OVER (${window}) AS ${place}`,
  ].join(', ')}${from}`;
  return `SELECT ${columnList(columns, dialect)} FROM (${placed}) AS placed WHERE ${place} <= ${placeholders.add(dialect.rows(limit.rows))}${order}`;
}

/** Writes the statement of a fetch, which must not be one for no rows. */
export function compileStatement(request: FetchRequest, dialect: Dialect): Statement {
  const { table, columns, filter, orderBy, limit } = request;
  if (filter.kind === 'nothing') throw new TypeError('no statement asks for nothing');
  const placeholders = new Placeholders((number) => dialect.placeholder(number));
  const { parameters } = placeholders;
  let from = ` FROM ${dialect.quote(table)}`;
  if (filter.kind !== 'everything') {
    from += ` WHERE ${compileWhere(filter, table, dialect, placeholders)}`;
  }
  if (limit?.kind === 'each') {
    return { sql: compileEach(request, limit, from, dialect, placeholders), parameters };
  }
  const order = orderClause(orderBy, dialect);
  const bound = limit ? ` LIMIT ${placeholders.add(dialect.rows(limit.rows))}` : '';
  return { sql: `SELECT ${columnList(columns, dialect)}${from}${order}${bound}`, parameters };
}

/** The statement of any fetch; null for one of nothing, which asks no source. */
export function compileFetch(request: FetchRequest, dialect: Dialect): Statement | null {
  return request.filter.kind === 'nothing' ? null : compileStatement(request, dialect);
}
