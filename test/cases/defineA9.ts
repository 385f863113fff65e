import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PublishedCell } from '../../src/disclosure/publishCube.js';
import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';
import { possibleValues } from '../unit/disclosure/possibleValues.js';
import { toldTable } from '../unit/disclosure/toldTable.js';

/** Of this table, suppression left one table only that would have been told so. */
const counts = [
  ['east', 'A', 36],
  ['east', 'B', 10],
  ['east', 'C', 14],
  ['west', 'A', 9],
  ['west', 'B', 10],
  ['west', 'C', 19],
] as const;
const places = counts.flatMap(([area, kind, count]) =>
  Array.from({ length: count }, () => [area, kind] as const),
);

/**
 * What people were paid: forty persons of three payments each, one of whom was paid far more than the
 * others, and five rows about nobody.
 */
const payments: readonly (readonly [string | null, number])[] = [
  ...Array.from(
    { length: 120 },
    (_, at) => [`p${at % 40}`, at % 40 === 0 ? 2_000_000 : 30] as const,
  ),
  ...Array.from({ length: 5 }, () => [null, 30] as const),
];

const types = `
type Person ${resourceOf('person', '0001')} ${shared}
  @cube(name: "byArea", title: "区", dimensions: ["area", "kind"])
  @cube(name: "byKind", title: "类", dimensions: ["kind"]) {
  no: ID! @key
  area: String!
  kind: String!
}
type Payment ${resourceOf('payment', '0002', 'pageBy: "row_id", subject: "payee"')} ${shared}
  @cube(name: "byKind", title: "类", dimensions: ["kind"], measures: ["amount"], atMost: [100]) {
  no: ID! @key
  payee: String
  kind: String!
  amount: Int!
}`;

interface Answered {
  readonly over: readonly string[];
  readonly group: { readonly area: string | null; readonly kind: string | null };
  readonly count: number;
}

/** Statistics as whoever knows the algorithm reads them, over a source of a kind. */
export function defineA9(kind: 'sqlite' | 'mariadb'): void {
  const quoted = (value: string | number | null) =>
    value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;
  const rows = (of: readonly (readonly (string | number | null)[])[]) =>
    of.map((row, id) => `(${[id, `n${id}`, ...row].map(quoted).join(', ')})`).join(', ');
  const open = (key: number) =>
    openOwnGateway({
      kind,
      change: { masterKey: new Uint8Array(32).fill(key) },
      statements: {
        population: [
          `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(20) NOT NULL UNIQUE,
             area VARCHAR(20) NOT NULL, kind VARCHAR(20) NOT NULL)`,
          `INSERT INTO person VALUES ${rows(places)}`,
          `CREATE TABLE payment (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(20) NOT NULL UNIQUE,
             payee VARCHAR(20), kind VARCHAR(20) NOT NULL, amount INTEGER NOT NULL)`,
          `INSERT INTO payment VALUES ${rows(payments.map(([payee, amount]) => [payee, 'K', amount]))}`,
        ],
      },
      types: { population: types },
      resources: {
        Person: { reach: ['STATISTICS'], fields: { area: {}, kind: {} } },
        Payment: { reach: ['STATISTICS'], fields: { kind: {}, amount: {} } },
      },
    });

  async function cellsOf(gateway: OwnGateway): Promise<readonly PublishedCell[]> {
    const { data, errors } = await gateway.ask(
      '{ personStatistics(cube: byArea) { over group { area kind } count } }',
    );
    expect(errors).toBeUndefined();
    return (data?.['personStatistics'] as readonly Answered[]).map(({ over, group, count }) => ({
      members: [
        over.includes('area') ? undefined : group.area,
        over.includes('kind') ? undefined : group.kind,
      ],
      count,
      sums: [],
    }));
  }

  describe('what is told of a table', () => {
    it.each([1, 2, 3])(
      'leaves ten values for each cell to whoever knows the algorithm, under key %i',
      async (key) => {
        const gateway = await open(key);
        try {
          const cells = await cellsOf(gateway);
          expect(cells.length).toBeGreaterThan(0);
          for (const count of possibleValues(toldTable(cells, 10), 10)) {
            expect(count).toBeGreaterThanOrEqual(10);
          }
        } finally {
          await gateway.close();
        }
      },
    );
  });

  describe('what is told of people of several rows', () => {
    let gateway: OwnGateway;
    beforeAll(async () => {
      gateway = await open(1);
    });
    afterAll(() => gateway.close());

    it('counts each once, and in a sum for no more than is stated', async () => {
      const { data, errors } = await gateway.ask(
        '{ paymentStatistics(cube: byKind) { over group { kind } count sum { amount } } }',
      );
      expect(errors).toBeUndefined();
      const [cell] = data?.['paymentStatistics'] as readonly {
        readonly group: unknown;
        readonly count: number;
        readonly sum: { readonly amount: number };
      }[];
      expect(cell?.group).toEqual({ kind: 'K' });
      // Forty people, of whom one counts for 100 and each other for 90.
      expect(Math.abs(cell!.count - 40)).toBeLessThan(10);
      expect(Math.abs(cell!.sum.amount - (39 * 90 + 100))).toBeLessThan(1_000);
    });

    it('asks the source for no row of anybody', () => {
      const { sql } = gateway.statements.at(-1)!;
      expect(sql).toMatch(
        /^SELECT MIN\(.v0.\), COUNT\(\*\), SUM\(.+\) FROM \(SELECT .+\) AS .each. GROUP BY/,
      );
    });
  });
}
