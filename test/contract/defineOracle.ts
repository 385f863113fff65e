import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Column } from '../../src/source/column/column.js';
import type { FetchRequest } from '../../src/source/request/fetchRequest.js';
import { allOf, allRows, noRows } from '../../src/source/request/filter.js';
import { hasKey, type Key } from '../../src/source/request/key.js';

import { evaluate, passes, type Held } from './evaluate.js';
import { evaluateAggregate, inPlain } from './evaluateAggregate.js';
import { aggregateArbitrary } from './randomAggregates.js';
import { columnsOf, filterArbitrary, heldOf, tablesOf, valueArbitrary } from './randomTables.js';
import { addTable } from './shelf.js';
import type { SourceKind, TestSource } from './source.js';

function requestArbitrary(table: string, all: readonly Column[]): fc.Arbitrary<FetchRequest> {
  const [id, ...columns] = all as [Column, ...Column[]];
  const direction = fc.constantFrom(
    ...(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_FIRST'] as const),
  );
  // Which stand beside columns, and may be of all rows, or of none.
  const tests = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: filterArbitrary(columns) },
      { weight: 1, arbitrary: fc.constantFrom(allRows, noRows) },
    ),
    { maxLength: 2 },
  );
  const drawn = fc.record({
    table: fc.constant(table),
    tests,
    filter: filterArbitrary(columns),
    // By the key at the last, so that there is one order.
    orderBy: fc
      .tuple(
        fc.array(fc.record({ column: fc.constantFrom(...columns), direction }), { maxLength: 2 }),
        fc.constantFrom('ASC' as const, 'DESC' as const),
      )
      .map(([orders, last]) => [...orders, { column: id, direction: last }]),
    limit: fc.oneof(
      fc.constant(null),
      fc.nat(6).map((rows) => ({ kind: 'total', rows }) as const),
      fc
        .tuple(fc.constantFrom(...columns), fc.nat(2))
        .map(([of, rows]) => ({ kind: 'each', of: [of], rows }) as const),
    ),
  });
  const keyed = fc
    .constantFrom(...columns)
    .chain((of) =>
      fc
        .uniqueArray(valueArbitrary(of), { minLength: 1, maxLength: 4, selector: String })
        .map((values) => ({ of: [of], keys: values.map((value) => [value]) })),
    );
  return fc.tuple(drawn, fc.option(keyed, { freq: 3 })).map(([request, keys]) => ({
    ...(keys ? keyedBy(request, keys) : request),
    columns: [...request.tests.map((_, at) => testOf(at)), id],
  }));
}

/** The same for the first rows of each of some keys, as behind a link to many. */
function keyedBy(
  request: Omit<FetchRequest, 'columns'>,
  { of, keys }: { readonly of: readonly Column[]; readonly keys: readonly Key[] },
): Omit<FetchRequest, 'columns'> {
  const { filter: rest, limit } = request;
  return {
    ...request,
    filter: allOf([hasKey(of, keys), rest]),
    limit: { kind: 'each', of, rows: limit?.rows ?? 1, keyed: { keys, rest } },
  };
}

/** What tells whether a row meets the test of this number. Its name may be that of a column. */
function testOf(test: number): Column {
  return { name: 'n', storage: 'INTEGER', nullable: false, exact: true, test };
}

export function defineOracle(kind: SourceKind): void {
  describe.each(tablesOf(kind))('random requests of $table', ({ table, columns, indexes }) => {
    const names = Object.keys(columns);
    const held = heldOf(kind);
    let source: TestSource;
    let known: readonly Column[];
    beforeAll(async () => {
      source = await kind.create();
      await addTable(source, table, { columns, rows: [], indexes });
      const shape = await source.connector.shape();
      // Which indexes there are decides how a statement is written, and never what it brings.
      await source.connector.sizes();
      known = columnsOf(shape, table, names);
    });
    afterAll(() => source.close());

    /** Tries requests at random on rows at random. */
    async function tryRandomly<Request>(
      requestOf: (table: string, columns: readonly Column[]) => fc.Arbitrary<Request>,
      check: (request: Request, rows: readonly Held[]) => Promise<void>,
    ): Promise<void> {
      const row = fc.tuple(
        ...names.slice(1).map((name) => fc.option(fc.constantFrom(...(held[name] ?? [])))),
      );
      const world = fc.record({
        rows: fc.array(row, { maxLength: 12, size: 'max' }),
        requests: fc.array(requestOf(table, known), { minLength: 20, maxLength: 20 }),
      });
      const property = fc.asyncProperty(world, async ({ rows, requests }) => {
        const laid = rows.map((values, id) => [id, ...values]);
        await source.run(`DELETE FROM ${source.quote(table)}`);
        if (laid.length > 0) await source.insert(table, laid);
        const records = laid.map((values) =>
          Object.fromEntries(names.map((name, at) => [name, values[at] ?? null])),
        );
        for (const request of requests) await check(request, records);
      });
      const { PROPERTY_SEED } = process.env;
      await fc.assert(property, {
        numRuns: 20,
        ...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED) }),
      });
    }

    it('bring what a plain evaluation of them brings', async () => {
      await tryRandomly(requestArbitrary, async (request, rows) => {
        const expected = evaluate(request, rows).map((row) => [
          ...(request.tests ?? []).map((test) => Number(passes(test, row))),
          row['id'],
        ]);
        expect(await source.connector.fetch(request)).toEqual(expected);
      });
    }, 60_000);

    it('of aggregates give the groups and measures that a plain evaluation gives', async () => {
      await tryRandomly(aggregateArbitrary, async (request, rows) => {
        const found = await source.connector.aggregate(request);
        expect(inPlain(request, found)).toEqual(inPlain(request, evaluateAggregate(request, rows)));
      });
    }, 60_000);
  });
}
