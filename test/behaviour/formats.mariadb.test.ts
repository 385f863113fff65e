import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** As an agency holds them; the citizen of 1990 is an adult, of 2125 a child, and of the others nobody knows. */
const rows: readonly (readonly [string, string, number | null])[] = [
  ['370202199003071233', '20120301', 20240229235959],
  ['370202212503071233', '20120301', 20240229235959],
  ['370202199003071234', '20120301', 20240229235959],
  ['370203800101123', '20121300', 0],
  ['37020319800101128x', '', null],
];

describe.each(['sqlite', 'mariadb'] as const)('days and moments in formats (%s)', (kind) => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE citizen (row_id INT PRIMARY KEY NOT NULL, sfzh VARCHAR(20) NOT NULL UNIQUE, djrq VARCHAR(8), gxsj BIGINT)`,
          'CREATE INDEX of_day ON citizen (djrq)',
          ...rows.map(
            ([no, day, at], index) =>
              `INSERT INTO citizen VALUES (${index}, '${no}', '${day}', ${at ?? 'NULL'})`,
          ),
        ],
      },
      types: {
        population: `
          type Citizen ${resourceOf('citizen', '0001', `pageBy: "row_id", subject: "no", minorsBy: "${kind === 'sqlite' ? 'number' : 'no'}"`)} ${shared} {
            no: ID! @key @column(name: "sfzh") @element(is: "citizen-id")
            number: String! @column(name: "sfzh") @element(is: "citizen-id")
            registered: Date @column(name: "djrq", format: "YYYYMMDD")
            changed: LocalDateTime @column(name: "gxsj", format: "YYYYMMDDHHmmss")
            year: Date @column(name: "djrq", format: "YYYYMMDD")
          }`,
      },
      resources: {
        Citizen: {
          reach: ['LIST', 'LOOKUP'],
          fields: {
            no: { uses: ['LOOKUP', 'FILTER'] },
            registered: {},
            changed: {},
            year: {},
          },
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('are told as days and moments, and what is none as null, with an error at its place', async () => {
    const { data, errors } = await gateway.ask('{ citizens { nodes { no registered changed } } }');
    expect(data).toEqual({
      citizens: {
        nodes: [
          { no: rows[0]![0], registered: '2012-03-01', changed: '2024-02-29T23:59:59' },
          { no: rows[3]![0], registered: null, changed: null },
          { no: rows[4]![0], registered: null, changed: null },
        ],
      },
    });
    expect(errors).toMatchObject(
      [
        ['citizens', 'nodes', 1, 'registered'],
        ['citizens', 'nodes', 1, 'changed'],
        ['citizens', 'nodes', 2, 'registered'],
      ].map((path) => ({ path, extensions: { code: 'VALUE_MISMATCH' } })),
    );
  });

  it('are compared, sorted and grouped by time', async () => {
    const { data, errors } = await gateway.ask(`{
      on: citizens(where: { registered: { eq: "2012-03-01" } }) { nodes { no } }
      before: citizens(where: { changed: { lt: "2024-03-01T00:00:00" } }) { nodes { no } }
      none: citizens(where: { registered: { isNull: true } }) { totalCount }
      last: citizens(orderBy: [{ registered: ASC_NULLS_FIRST }], first: 1) { nodes { no } pageInfo { endCursor } }
      citizenAggregate(groupBy: [registered_month]) { group { registered_month } count max { changed } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      on: { nodes: [{ no: rows[0]![0] }] },
      before: { nodes: [{ no: rows[0]![0] }] },
      none: { totalCount: 2 },
      last: { nodes: [{ no: rows[3]![0] }] },
      citizenAggregate: [
        {
          group: { registered_month: '2012-03' },
          count: 1,
          max: { changed: '2024-02-29T23:59:59' },
        },
        { group: { registered_month: null }, count: 2, max: { changed: null } },
      ],
    });
  });

  it('are paged by, past what is none', async () => {
    const page = async (after?: string) => {
      const { data } = await gateway.ask(
        'query ($after: String) { citizens(orderBy: [{ registered: DESC }], first: 1, after: $after) { nodes { no } pageInfo { endCursor } } }',
        { after },
      );
      return data as { citizens: { nodes: { no: string }[]; pageInfo: { endCursor: string } } };
    };
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { citizens } = await page(after);
      if (citizens.nodes.length === 0) break;
      seen.push(...citizens.nodes.map(({ no }) => no));
      after = citizens.pageInfo.endCursor;
    }
    expect(seen).toEqual([rows[0]![0], rows[4]![0], rows[3]![0]]);
  });

  it('keep minors, and those of whom nobody knows, out of every way to ask, by their number', async () => {
    const lookups = rows.map(([no], index) => `r${index}: citizen(no: "${no}") { no }`);
    const { data } = await gateway.ask(
      `{ citizenAggregate { count } citizens { totalCount } ${lookups.join(' ')} }`,
    );
    expect(data).toEqual({
      citizenAggregate: [{ count: 3 }],
      citizens: { totalCount: 3 },
      r0: { no: rows[0]![0] },
      // The one is a child; the check digit of the other is wrong.
      r1: null,
      r2: null,
      r3: { no: rows[3]![0] },
      r4: { no: rows[4]![0] },
    });
  });
});
