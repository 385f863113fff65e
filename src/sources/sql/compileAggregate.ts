import type { AggregateRequest, GroupKey, Measure } from '../../source/aggregateRequest.js';
import type { Row } from '../../source/row.js';

import { compileWhere } from './compileFilter.js';
import { dayOrNull } from './dayOrNull.js';
import type { Dialect } from './dialect.js';
import { Placeholders } from './placeholders.js';
import type { Statement } from './statement.js';

function measureTerm(measure: Measure, dialect: Dialect): string {
  if (measure.kind === 'count') return 'COUNT(*)';
  const { kind, column } = measure;
  const name = dayOrNull(column, dialect.quote(column.name), dialect);
  switch (kind) {
    case 'values':
      return `COUNT(${name})`;
    case 'distinct':
      return `COUNT(DISTINCT ${dayOrNull(column, dialect.groupOf(column), dialect)})`;
    case 'sum':
      return dialect.sumOf(column);
    case 'min':
      return `MIN(${name})`;
    case 'max':
      return `MAX(${name})`;
    default:
      return kind satisfies never;
  }
}

/** The expression that rows are grouped by, and the expression that gives the group's value. */
function termsOf(key: GroupKey, dialect: Dialect): { readonly by: string; readonly value: string } {
  const { column } = key;
  const name = dialect.quote(column.name);
  if (key.kind === 'column') {
    const by = dayOrNull(column, dialect.groupOf(column), dialect);
    return { by, value: dayOrNull(column, name, dialect) };
  }
  // Whatever the column is said to hold, no part of what is no day may show.
  const part = dayOrNull({ ...column, ofDays: true }, dialect.dayPartOf(name, key.length), dialect);
  return { by: part, value: part };
}

/** Reads the groups that a statement gave. Sums become their digits. */
export function readGroups(
  rows: readonly Row[],
  { groupBy, measures }: AggregateRequest,
  dialect: Dialect,
): readonly Row[] {
  if (!measures.some(({ kind }) => kind === 'sum')) return rows;
  return rows.map((row) =>
    row.map((value, index) =>
      measures[index - groupBy.length]?.kind === 'sum' ? dialect.readSum(value) : value,
    ),
  );
}

/** Compiles an aggregate to a statement; null where no row can match, which asks no source. */
export function compileAggregate(request: AggregateRequest, dialect: Dialect): Statement | null {
  const { table, filter, groupBy, measures, maxGroups } = request;
  if (filter.kind === 'nothing') return null;
  const placeholders = new Placeholders((number) => dialect.placeholder(number));
  const { parameters } = placeholders;
  const terms = groupBy.map((key) => termsOf(key, dialect));
  const values = terms.map(({ value }) => dialect.valueOfGroup(value));
  const measured = measures.map((measure) => measureTerm(measure, dialect));
  let sql = `SELECT ${[...values, ...measured].join(', ')}`;
  sql += ` FROM ${dialect.quote(table)}`;
  if (filter.kind !== 'everything') {
    sql += ` WHERE ${compileWhere(filter, table, dialect, placeholders)}`;
  }
  if (groupBy.length === 0) return { sql, parameters };
  const keys = terms.map(({ by }) => by);
  const order = keys.map((key) => `${key} IS NULL, ${key}`);
  sql += ` GROUP BY ${keys.join(', ')} ORDER BY ${order.join(', ')}`;
  if (maxGroups === null) return { sql, parameters };
  return { sql: `${sql} LIMIT ${placeholders.add(dialect.rows(maxGroups))}`, parameters };
}
