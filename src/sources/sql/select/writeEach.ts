import type { Column } from '../../../source/column/column.js';
import type {
  AggregateRequest,
  Measure,
  SumWithin,
} from '../../../source/request/aggregateRequest.js';
import type { Dialect } from '../dialect.js';

import { bringGroup, groupAndOrder, groupTerms } from './groupTerms.js';
import { sumOfRows, sumWithin } from './sumWithin.js';

function isSumWithin(measure: Measure): measure is SumWithin {
  return measure.kind === 'sumWithin';
}

/**
 * Writes an aggregate whose rows are first put together by a column: a derived table has one row for
 * each value of it in each group.
 *
 * @param from the table and the condition on its rows
 */
export function writeEach(
  { groupBy, measures }: AggregateRequest,
  each: Column,
  from: string,
  dialect: Dialect,
): string {
  const terms = groupBy.map((key) => groupTerms(key, dialect));
  const keys = terms.map((_, at) => dialect.quote(`k${at}`));
  const values = terms.map((_, at) => dialect.quote(`v${at}`));
  const sums = measures.filter(isSumWithin);
  const nameOf = (sum: SumWithin) => dialect.quote(`s${sums.indexOf(sum)}`);
  const inner = [
    ...terms.map(({ by }, at) => `${by} AS ${keys[at]}`),
    ...terms.map(({ value, key }, at) => `${dialect.valueOfGroup(value, key)} AS ${values[at]}`),
    ...sums.map((sum) => `${sumOfRows(sum, dialect)} AS ${nameOf(sum)}`),
    // A table has a column at least.
    ...(groupBy.length + sums.length === 0 ? ['1'] : []),
  ];
  const whom = groupTerms({ kind: 'column', column: each }, dialect).by;
  const groups = [...terms.map(({ by }) => by), whom];
  const outer = measures.map((measure) => {
    if (measure.kind === 'count') return 'COUNT(*)';
    if (isSumWithin(measure)) return sumWithin(nameOf(measure), measure.atMost);
    throw new TypeError(`of rows that are put together, ${measure.kind} is not computed`);
  });
  const told = [
    ...terms.map(({ key }, at) => bringGroup(values[at] ?? '', key, dialect)),
    ...outer,
  ];
  return `SELECT ${told.join(', ')} FROM (SELECT ${inner.join(', ')}${from} GROUP BY ${groups.join(', ')}) AS ${dialect.quote('each')}${groupAndOrder(keys, dialect)}`;
}
