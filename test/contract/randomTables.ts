import fc from 'fast-check';

import { comparison } from '../../src/plan/where/comparison.js';
import type { Column } from '../../src/source/column/column.js';
import type { Parameter } from '../../src/source/column/parameter.js';
import type { Comparator, Filter } from '../../src/source/request/filter.js';
import type { SqlValue } from '../../src/source/row.js';
import type { SourceShape } from '../../src/source/sourceShape.js';

import { isSound } from './evaluate.js';
import { columnOf, type DeclaredColumn, type SourceKind } from './source.js';

// None ends in U+0000: where MariaDB sorts for a LIMIT, it may take that for the end of the text.
const texts = ['', 'a', 'A', 'a ', 'aa', 'b', 'é', 'e', '\u0001', 'ａ', '😀', 'a\u0000b'];
const integers = [
  ...[-1, 0, 1, 2, '9007199254740992', '9007199254740993', '-9007199254740993'],
  ...['9223372036854775807', '-9223372036854775808'],
];
const reals = [-1.5, 0, 0.1, 0.2, 0.30000000000000004];
const days = [
  ...['1970-01-01', '2020-02-28', '2020-02-29', '9999-12-31', '0001-01-01', '0000-02-29'],
];
const moments = [
  ...['2020-02-28 10:00:00', '2020-02-28 09:59:59', '2020-02-29 00:00:00', '9999-12-31 23:59:59'],
  ...['0001-01-01 00:00:00', '0000-02-29 12:00:00'],
];
const times = ['00:00:00', '09:30:00', '09:29:59', '10:00:00', '23:59:59'];
const decimals = ['0', '0.1', '0.10000000000000000001', '9007199254740993', '-1.5'];

/** What a column of texts may hold where days or times should be. */
const daysAndNone = [
  ...['2020-02-28', '2020-02-29', '2020-03-01', '0000-02-29', '0001-01-01', '9999-12-31'],
  ...['2021-02-29', '1900-02-29', '2020-02-30', '2020-13-01', '2020-00-01', '2020-02-00'],
  ...['2020-02-28 10:00:00', '2020-02-28 09:59:59', '0000-02-29 23:00:00', '9999-12-31 23:59:59'],
  ...['2021-02-29 10:00:00', '2020-02-28 24:00:00', '2020-02-28 10:00', '2020-02-28 10:00:00.5'],
  ...[
    '2020-02-28 10:00:00.50',
    '2020-02-28 10:00:00.05',
    '2020-02-28 10:00:00.',
    '2020-02-28 10:00:00.5x',
  ],
  ...['2020-02-28 10:00:00.1234567', '2020-02-28 10:00:00.123456', '2020-02-28 10:00:00\n'],
  ...['10:00:00', '09:59:59', '10:00:00.5', '00:00:00', '10:00:00.50', '24:00:00', '10:00'],
  ...['10:00:00\n', '10:00:00 ', ' 10:00:00', '１0:00:00', '-01:00:00', '10:00:60'],
  ...['2020-02-28T10:00:00', '2020-02-28  10:00:00', '2020-02-28 10:00:00 ', '2020-2-1 10:00:00'],
  ...['2020-2-1', '2020-02', '2020-02-28 ', '2020-02-28T00:00', '２０２０-02-28', '', 'secret'],
];

export const pools: Readonly<Record<string, readonly SqlValue[]>> = {
  t: texts,
  n: integers,
  r: reals,
  d: days,
  m: moments,
  h: times,
  y: daysAndNone,
  x: decimals,
};

/** What the rows of a table may hold, by column. */
export function heldOf(kind: SourceKind): Readonly<Record<string, readonly SqlValue[]>> {
  const { t = [], d = [], m = [], h = [], ...rest } = pools;
  return {
    ...rest,
    t: t.filter((value) => kind.holds('TEXT', String(value))),
    d: [...d.filter((value) => kind.holds('DATE', String(value))), ...kind.noDays],
    m: [...m.filter((value) => kind.holds('DATE', String(value))), ...kind.noMoments],
    h: [...h, ...kind.noTimes],
  };
}

/** One table for each collation of texts; every other one has an index of each of its columns. */
export function tablesOf(kind: SourceKind): readonly {
  readonly table: string;
  readonly columns: Readonly<Record<string, DeclaredColumn>>;
  readonly indexes: readonly string[];
}[] {
  const { key, integer, real, date } = kind.columns;
  const optional = {
    ...(kind.decimal && { x: kind.decimal }),
    ...(kind.moment && { m: kind.moment }),
    ...(kind.time && { h: kind.time }),
  };
  const rest = { n: integer, r: real, d: date, ...optional };
  return [...kind.texts].flatMap(([name, text]) =>
    [true, false].map((isIndexed) => ({
      table: `${name}_${isIndexed ? 'indexed' : 'bare'}`,
      columns: { id: key, t: text, y: text, ...rest },
      indexes: isIndexed ? ['t', 'y', ...Object.keys(rest)] : [],
    })),
  );
}

/**
 * The columns of a table as catalogs take them: `d` as days, `m` as moments, `h` as times, `y` as texts and
 * as each of these.
 */
export function columnsOf(
  shape: SourceShape,
  table: string,
  names: readonly string[],
): readonly Column[] {
  const as = (calendar: NonNullable<Column['calendar']>, name: string): Column => ({
    ...columnOf(shape, table, name),
    nullable: true,
    calendar,
  });
  const column = (name: string) => {
    if (name === 'd') return as('DAY', name);
    if (name === 'h') return as('TIME', name);
    return name === 'm' ? as('MOMENT', name) : columnOf(shape, table, name);
  };
  return [...names.map(column), as('DAY', 'y'), as('TIME', 'y'), as('MOMENT', 'y')];
}

function parameterOf({ storage }: Column, value: SqlValue): Parameter {
  return storage === 'DECIMAL' ? Number(value) : (value as Parameter);
}

/** By a character of a text that may be held. */
function containingOf(column: Column, pool: readonly unknown[]): fc.Arbitrary<Filter> {
  const characters = pool.flatMap((one) => Array.from(typeof one === 'string' ? one : ''));
  return fc
    .constantFrom(...new Set([...characters, '%', '_', '\u0000', 'E']))
    .map((text): Filter => ({ kind: 'contains', column, text }));
}

/** By the first characters of a text that may be held, or by others. */
function beginningOf(column: Column, pool: readonly unknown[]): fc.Arbitrary<Filter> {
  return fc
    .constantFrom(...pool.map(String), 'E', 'AA', '%', '_', '\\', "b'", '中')
    .map((text) => comparison(column, 'startsWith', text));
}

/** Values that a column may be compared with. */
export function valueArbitrary(column: Column): fc.Arbitrary<Parameter> {
  const pool = pools[column.name] ?? [];
  return fc
    .constantFrom(...(column.calendar ? pool.filter((one) => isSound(one, column.calendar)) : pool))
    .map((one) => parameterOf(column, one));
}

/** Filters of some columns, of all kinds that speak of one table. */
export function filterArbitrary(columns: readonly Column[]): fc.Arbitrary<Filter> {
  const compared = fc.constantFrom(...columns).chain((column): fc.Arbitrary<Filter> => {
    const pool = pools[column.name] ?? [];
    const value = valueArbitrary(column);
    const compare = (operator: Comparator, values: readonly Parameter[]): Filter => ({
      kind: 'compare',
      column,
      operator,
      values,
    });
    return fc.oneof(
      fc.array(value, { minLength: 1, maxLength: 5 }).map((values) => compare('in', values)),
      fc
        .tuple(fc.constantFrom<Comparator>('lt', 'lte', 'gt', 'gte'), value)
        .map(([operator, one]) => compare(operator, [one])),
      fc.constant<Filter>({ kind: 'isNull', column }),
      ...(column.storage === 'TEXT' && !column.calendar
        ? [containingOf(column, pool), beginningOf(column, pool)]
        : []),
    );
  });
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      compared,
      fc.constantFrom<Filter>({ kind: 'everything' }, { kind: 'nothing' }),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Filter => ({ kind: 'and', of })),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Filter => ({ kind: 'or', of })),
      tie('tree').map((of): Filter => ({ kind: 'not', of })),
    ),
  }));
  return tree;
}
