import type { AggregateRequest, Measure } from '../../../source/request/aggregateRequest.js';
import type { Row, SqlValue } from '../../../source/row.js';
import type { Dialect } from '../dialect.js';
import { groupOf, soundOrNull } from '../held/soundOrNull.js';
import { Placeholders } from '../placeholders.js';
import type { Statement } from '../statement.js';

import { bringGroup, groupAndOrder, groupTerms } from './groupTerms.js';
import { sumOfRows } from './sumWithin.js';
import { writeEach } from './writeEach.js';
import { writeFrom } from './writeFrom.js';

function measureTerm(measure: Measure, dialect: Dialect): string {
  if (measure.kind === 'count') return 'COUNT(*)';
  if (measure.kind === 'sumWithin') return sumOfRows(measure, dialect);
  const { kind, column } = measure;
  const name = soundOrNull(column, dialect.quote(column.name), dialect);
  switch (kind) {
    case 'values':
      return `COUNT(${name})`;
    case 'distinct':
      return `COUNT(DISTINCT ${groupOf(column, dialect)})`;
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

/** Reads the groups that a statement gave. Sums become their digits. */
export function readGroups(
  rows: readonly Row[],
  { groupBy, measures }: AggregateRequest,
  dialect: Dialect,
): readonly Row[] {
  if (!measures.some(({ kind }) => kind === 'sum' || kind === 'sumWithin')) return rows;
  const read = (value: SqlValue, kind: Measure['kind'] | undefined) => {
    if (kind === 'sum') return dialect.readSum(value);
    return kind === 'sumWithin' && value !== null ? String(value) : value;
  };
  return rows.map((row) =>
    row.map((value, index) => read(value, measures[index - groupBy.length]?.kind)),
  );
}

/** Compiles an aggregate to a statement; null where no row can match, which asks no source. */
export function compileAggregate(request: AggregateRequest, dialect: Dialect): Statement | null {
  const { filter, groupBy, measures, each, maxGroups } = request;
  if (filter.kind === 'nothing') return null;
  const placeholders = new Placeholders((number) => dialect.placeholder(number));
  const { parameters } = placeholders;
  const from = writeFrom(request, dialect, placeholders);
  const limit = () =>
    maxGroups === null || groupBy.length === 0
      ? ''
      : ` LIMIT ${placeholders.add(dialect.rows(maxGroups))}`;
  if (each) return { sql: writeEach(request, each, from, dialect) + limit(), parameters };
  const terms = groupBy.map((key) => groupTerms(key, dialect));
  const values = terms.map(({ value, key }) => bringGroup(value, key, dialect));
  const measured = measures.map((measure) => measureTerm(measure, dialect));
  const sql = `SELECT ${[...values, ...measured].join(', ')}${from}`;
  const keys = terms.map(({ by }) => by);
  return { sql: sql + groupAndOrder(keys, dialect, request.areSeveral) + limit(), parameters };
}
