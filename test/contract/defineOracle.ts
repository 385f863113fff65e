import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Column } from '../../src/catalog/catalog.js';
import type { FetchRequest, SqlValue } from '../../src/plan/connector.js';
import type { Comparator, Filter, Parameter } from '../../src/plan/filter.js';

import { evaluate } from './evaluate.js';
import { addTable } from './shelf.js';
import { columnOf, type DeclaredColumn, type SourceKind, type TestSource } from './source.js';

const texts = ['', 'a', 'A', 'a ', 'aa', 'b', 'é', 'e', '\u0001', 'ａ', '😀', 'a\u0000b'];
const integers = [-1, 0, 1, 2, '9007199254740992', '9007199254740993', '-9007199254740993'];
const reals = [-1.5, 0, 0.1, 0.2, 0.30000000000000004];
const days = ['1970-01-01', '2020-02-28', '2020-02-29', '9999-12-31'];
const decimals = ['0', '0.1', '0.10000000000000000001', '9007199254740993', '-1.5'];

const pools: Readonly<Record<string, readonly SqlValue[]>> = {
  t: texts,
  n: integers,
  r: reals,
  d: days,
  x: decimals,
};

/** One table for each collation of texts; every other one has an index of each of its columns. */
function tablesOf(kind: SourceKind): readonly {
  readonly table: string;
  readonly columns: Readonly<Record<string, DeclaredColumn>>;
  readonly indexes: readonly string[];
}[] {
  const { key, integer, real, date } = kind.columns;
  const rest = { n: integer, r: real, d: date, ...(kind.decimal && { x: kind.decimal }) };
  return [...kind.texts].flatMap(([name, text]) =>
    [true, false].map((isIndexed) => ({
      table: `${name}_${isIndexed ? 'indexed' : 'bare'}`,
      columns: { id: key, t: text, ...rest },
      indexes: isIndexed ? ['t', ...Object.keys(rest)] : [],
    })),
  );
}

function parameterOf({ storage }: Column, value: SqlValue): Parameter {
  return storage === 'DECIMAL' ? Number(value) : (value as Parameter);
}

function filterArbitrary(columns: readonly Column[]): fc.Arbitrary<Filter> {
  const comparison = fc.constantFrom(...columns).chain((column): fc.Arbitrary<Filter> => {
    const value = fc
      .constantFrom(...(pools[column.name] ?? []))
      .map((one) => parameterOf(column, one));
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
    );
  });
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      comparison,
      fc.constantFrom<Filter>({ kind: 'everything' }, { kind: 'nothing' }),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Filter => ({ kind: 'and', of })),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Filter => ({ kind: 'or', of })),
      tie('tree').map((of): Filter => ({ kind: 'not', of })),
    ),
  }));
  return tree;
}

function requestArbitrary(table: string, all: readonly Column[]): fc.Arbitrary<FetchRequest> {
  const [id, ...columns] = all as [Column, ...Column[]];
  const direction = fc.constantFrom(
    ...(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_FIRST'] as const),
  );
  return fc.record({
    table: fc.constant(table),
    columns: fc.constant([id]),
    filter: filterArbitrary(columns),
    // By the key at the last, so that there is one order.
    orderBy: fc
      .array(fc.record({ column: fc.constantFrom(...columns), direction }), { maxLength: 2 })
      .map((orders) => [...orders, { column: id, direction: 'ASC' as const }]),
    limit: fc.oneof(
      fc.constant(null),
      fc.nat(6).map((rows) => ({ kind: 'total', rows }) as const),
      fc
        .tuple(fc.constantFrom(...columns), fc.nat(2))
        .map(([of, rows]) => ({ kind: 'each', of, rows }) as const),
    ),
  });
}

export function defineOracle(kind: SourceKind): void {
  describe.each(tablesOf(kind))('random filters on $table', ({ table, columns, indexes }) => {
    const names = Object.keys(columns);
    let source: TestSource;
    let known: readonly Column[];
    beforeAll(async () => {
      source = await kind.create();
      await addTable(source, table, { columns, rows: [], indexes });
      const shape = await source.connector.shape();
      known = names.map((name) => columnOf(shape, table, name));
    });
    afterAll(() => source.close());

    it('bring what a plain evaluation of them brings', async () => {
      const row = fc.tuple(
        ...names.slice(1).map((name) => fc.option(fc.constantFrom(...(pools[name] ?? [])))),
      );
      const world = fc.record({
        rows: fc.array(row, { maxLength: 12 }),
        requests: fc.array(requestArbitrary(table, known), { minLength: 20, maxLength: 20 }),
      });
      const property = fc.asyncProperty(world, async ({ rows, requests }) => {
        const held = rows.map((values, id) => [id, ...values]);
        await source.run(`DELETE FROM ${source.quote(table)}`);
        if (held.length > 0) await source.insert(table, held);
        const records = held.map((values) =>
          Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])),
        );
        for (const request of requests) {
          const expected = evaluate(request, records).map(({ id }) => [id]);
          expect(await source.connector.fetch(request)).toEqual(expected);
        }
      });
      const { PROPERTY_SEED } = process.env;
      await fc.assert(property, {
        numRuns: 20,
        ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }),
      });
    }, 60_000);
  });
}
