import fc from 'fast-check';

import type { Column } from '../../src/source/column/column.js';
import type {
  AggregateRequest,
  ColumnMeasure,
  GroupKey,
  Measure,
} from '../../src/source/request/aggregateRequest.js';
import { allRows } from '../../src/source/request/filter.js';

import { filterArbitrary } from './randomTables.js';

/** Columns of `pools`, by what can be worked out of them. */
const [summed, ordered, ofDays] = [['n'], ['n', 'r', 'd', 'x', 'm', 'h'], ['d', 'y', 'm']];

function measureArbitrary(columns: readonly Column[]): fc.Arbitrary<Measure> {
  const of = (kind: ColumnMeasure['kind'], names?: readonly string[]) =>
    fc
      .constantFrom(...columns.filter(({ name }) => names?.includes(name) ?? true))
      .map((column): Measure => ({ kind, column }));
  return fc.oneof(
    fc.constant<Measure>({ kind: 'count' }),
    of('values'),
    of('distinct'),
    of('sum', summed),
    of('min', ordered),
    of('max', ordered),
    sumWithin(columns),
  );
}

function sumWithin(columns: readonly Column[]): fc.Arbitrary<Measure> {
  return fc.record({
    kind: fc.constant('sumWithin' as const),
    column: fc.constantFrom(...columns.filter(({ name }) => [...summed, 'x'].includes(name))),
    atMost: fc.constantFrom(1, 2, 100, 2 ** 31 - 1),
  });
}

function keyArbitrary(columns: readonly Column[]): fc.Arbitrary<GroupKey> {
  return fc.oneof(
    fc.constantFrom(...columns).map((column): GroupKey => ({ kind: 'column', column })),
    fc
      .tuple(
        fc.constantFrom(
          ...columns.filter(({ name, calendar }) => ofDays.includes(name) && calendar !== 'TIME'),
        ),
        fc.constantFrom(4, 7),
      )
      .map(([column, length]): GroupKey => ({ kind: 'dayPart', column, length })),
  );
}

/** Aggregates over a table, by nothing or by up to three keys, of up to six measures. */
export function aggregateArbitrary(
  table: string,
  all: readonly Column[],
): fc.Arbitrary<AggregateRequest> {
  const [, ...columns] = all as [Column, ...Column[]];
  const drawn = fc.record({
    table: fc.constant(table),
    // Of all rows half the time, since most filters leave few.
    filter: fc.oneof(fc.constant(allRows), filterArbitrary(columns)),
    groupBy: fc.uniqueArray(keyArbitrary(columns), { maxLength: 3, selector: JSON.stringify }),
    measures: fc.array(measureArbitrary(columns), { minLength: 1, maxLength: 6 }),
    each: fc.option(fc.constantFrom(...columns), { freq: 3 }),
    maxGroups: fc.option(fc.integer({ min: 1, max: 5 })),
  });
  return drawn.map(({ measures, each, ...request }) => {
    // Of rows that are put together, not everything is computed.
    const isPossible = ({ kind }: Measure) => !each || kind === 'count' || kind === 'sumWithin';
    return { ...request, each, measures: [...measures.filter(isPossible), { kind: 'count' }] };
  });
}
