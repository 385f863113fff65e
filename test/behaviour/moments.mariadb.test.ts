import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** What the sources hold, and what is told of it; null for what is no moment of the calendar. */
const seen = [
  ['2026-11-28 09:30:00.500', '2026-11-28T09:30:00.5'],
  ['2026-11-28 09:30:00', '2026-11-28T09:30:00'],
  ['1999-12-31 23:59:59.999', '1999-12-31T23:59:59.999'],
  ['0000-00-00 00:00:00', null],
  ['2012-00-00 10:00:00', null],
  ['2001-02-31 10:00:00', null],
  [null, null],
] as const;
const days = ['2026-11-28', '2001-02-31'];
const noOf = (at: number) => `v${at}`;

const visit = `
  type Visit ${resourceOf('visit', '0001')} ${shared} {
    no: ID! @key
    seen: LocalDateTime
    shown: LocalDateTime @column(name: "shown") @desensitize(rule: YEAR_MONTH)
    hashed: LocalDateTime @column(name: "hashed") @desensitize(rule: HASH)
    text: LocalDateTime @column(name: "text")
    changed: DateTime
    slot: Slot @link(from: "seen", to: "at")
  }
  type Slot ${resourceOf('slot', '0002')} ${shared} {
    at: LocalDateTime! @key
    title: String!
    visits: [Visit!] @link(from: "at", to: "seen")
  }`;

const texts = [
  ...['2026-11-28 09:30:00', '2026-11-28T09:30:00', '2026-11-28 24:00:00', '2001-02-31 10:00:00'],
  ...['2026-11-28 09:30', '', '2026-11-28 09:29:59'],
];
const changes = ['2026-11-28 01:30:00.25', '2026-11-28 01:30:00', '1970-01-01 00:00:01'];
const sql = (value: string | null | undefined) => (value == null ? 'NULL' : `'${value}'`);

describe('moments', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const uses = ['FILTER', 'SORT', 'GROUP', 'JOIN'] as const;
    gateway = await openOwnGateway({
      kind: 'mariadb',
      statements: {
        population: [
          `SET SESSION sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'`,
          `CREATE TABLE visit (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(9) NOT NULL UNIQUE,
             seen DATETIME(3), shown DATETIME(3), hashed DATETIME(3), text VARCHAR(30),
             changed TIMESTAMP(2) NULL)`,
          `INSERT INTO visit VALUES ${seen
            .map(([value], at) =>
              [
                at,
                `'${noOf(at)}'`,
                ...[value, value, value, texts[at], changes[at]].map(sql),
              ].join(),
            )
            .map((row) => `(${row})`)
            .join(', ')}`,
          `CREATE TABLE slot (row_id BIGINT PRIMARY KEY NOT NULL, at DATETIME NOT NULL UNIQUE,
             title VARCHAR(20) NOT NULL)`,
          `INSERT INTO slot VALUES (1, '2026-11-28 09:30:00', 'morning'), (2, '0000-00-00 00:00:00', 'none')`,
        ],
      },
      types: { population: visit },
      resources: {
        Visit: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: {
            no: { uses: ['LOOKUP'] },
            seen: { uses: [...uses] },
            shown: { form: { mask: 'YEAR_MONTH' } },
            hashed: { form: { mask: 'HASH' } },
            text: { uses: [...uses] },
            changed: { uses: [...uses] },
          },
          links: ['slot'],
        },
        Slot: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: { at: { uses: ['LOOKUP', ...uses] }, title: {} },
          links: ['visits'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  interface Told {
    readonly nodes: readonly Readonly<Record<string, unknown>>[];
  }
  async function nodesOf(selection: string, given = ''): Promise<Told['nodes']> {
    const { data } = await gateway.ask(`{ visits${given} { nodes { ${selection} } } }`);
    return (data as { visits: Told }).visits.nodes;
  }
  const nosOf = async (where: string) =>
    (await nodesOf('no', `(where: { ${where} })`)).map(({ no }) => no);

  it('are told in one form; what is none is null, with an error at its place', async () => {
    const { data, errors } = await gateway.ask('{ visits { nodes { seen text changed } } }');
    const isText = (text: string) => text === '2026-11-28 09:30:00' || text === texts.at(-1);
    const told = [
      ...['2026-11-28T01:30:00.25Z', '2026-11-28T01:30:00Z', '1970-01-01T00:00:01Z'],
      ...[null, null, null, null],
    ];
    expect((data as { visits: Told }).visits.nodes).toEqual(
      seen.map(([, value], at) => ({
        seen: value,
        // A text with a T is of another form, which a column cannot state yet.
        text: isText(texts[at] ?? '') ? texts[at]?.replace(' ', 'T') : null,
        changed: told[at],
      })),
    );
    const mismatches = errors?.map(({ path, extensions: { code } }) => [
      path?.slice(2).join('.'),
      code,
    ]);
    expect(mismatches).toEqual(
      expect.arrayContaining([3, 4, 5].map((at) => [`${at}.seen`, 'VALUE_MISMATCH'])),
    );
  });

  it.each([
    ['seen: { eq: "2026-11-28T09:30:00.500" }', ['v0']],
    ['seen: { eq: "2026-11-28T09:30:00.000" }', ['v1']],
    ['seen: { gt: "2026-11-28T09:30:00" }', ['v0']],
    ['seen: { lt: "2026-11-28T09:30:00" }', ['v2']],
    ['seen: { lte: "2026-11-28T09:30:00.499999" }', ['v1', 'v2']],
    ['seen: { gte: "0001-01-01T00:00:00" }', ['v0', 'v1', 'v2']],
    ['seen: { isNull: true }', ['v3', 'v4', 'v5', 'v6']],
    ['not: { seen: { lt: "9999-12-31T23:59:59" } }', ['v3', 'v4', 'v5', 'v6']],
    ['text: { lt: "9999-12-31T23:59:59" }', ['v0', 'v6']],
    ['text: { isNull: false }', ['v0', 'v6']],
    ['changed: { eq: "2026-11-28T09:30:00+08:00" }', ['v1']],
    ['changed: { gt: "2026-11-28T01:30:00Z" }', ['v0']],
    ['changed: { lt: "2026-11-27T20:30:00.1-05:00" }', ['v1', 'v2']],
    ['changed: { in: ["1970-01-01T00:00:01Z", "1970-01-01T08:00:01+08:00"] }', ['v2']],
  ])('are found by %s', async (where, nos) => {
    expect(await nosOf(where)).toEqual(nos);
  });

  it.each([
    ...['2026-11-28 09:30:00', '2026-11-28', '2026-11-28T24:00:00', '2001-02-31T10:00:00'],
    ...['2026-11-28T09:30:00Z', '2026-11-28T09:30:00.1234567', '2026-11-28T09:30', ''],
  ])('are not stated as a LocalDateTime %p', async (value) => {
    const { errors } = await gateway.ask(
      'query ($at: LocalDateTime) { visits(where: { seen: { eq: $at } }) { nodes { no } } }',
      { at: value },
    );
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each([
    ...[
      '2026-11-28T09:30:00',
      '2026-11-28T09:30:00+25:00',
      '2026-11-28 09:30:00Z',
      '2026-11-28T09:30Z',
    ],
    ...['2026-02-29T00:00:00Z', '2026-11-28T23:59:60Z', '9999-12-31T23:59:59-01:00'],
  ])('are not stated as a DateTime %p', async (value) => {
    const { errors } = await gateway.ask(
      'query ($at: DateTime) { visits(where: { changed: { eq: $at } }) { nodes { no } } }',
      { at: value },
    );
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['seen', 'changed'])('are an order, from page to page (%s)', async (field) => {
    const nos: unknown[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data } = await gateway.ask(
        `query ($after: String) { visits(first: 1, after: $after, orderBy: { ${field}: ASC }) {
           nodes { no } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = (
        data as { visits: Told & { pageInfo: { hasNextPage: boolean; endCursor: string } } }
      ).visits;
      nos.push(...nodes.map(({ no }) => no));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(nos).toEqual(['v2', 'v1', 'v0', 'v3', 'v4', 'v5', 'v6']);
  });

  it('are grouped whole, by year and by month, and have a first and a last', async () => {
    const { data, errors } = await gateway.ask(`{
      all: visitAggregate { distinct { seen changed } min { seen changed } max { seen changed } }
      whole: visitAggregate(groupBy: [seen]) { group { seen } count }
      months: visitAggregate(groupBy: [seen_month]) { group { seen_month } count } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      all: [
        {
          distinct: { seen: 3, changed: 3 },
          min: { seen: '1999-12-31T23:59:59.999', changed: '1970-01-01T00:00:01Z' },
          max: { seen: '2026-11-28T09:30:00.5', changed: '2026-11-28T01:30:00.25Z' },
        },
      ],
      whole: [
        { group: { seen: '1999-12-31T23:59:59.999' }, count: 1 },
        { group: { seen: '2026-11-28T09:30:00' }, count: 1 },
        { group: { seen: '2026-11-28T09:30:00.5' }, count: 1 },
        { group: { seen: null }, count: 4 },
      ],
      months: [
        { group: { seen_month: '1999-12' }, count: 1 },
        { group: { seen_month: '2026-11' }, count: 2 },
        { group: { seen_month: null }, count: 4 },
      ],
    });
  });

  it('are shown in part, and nothing of what is none', async () => {
    const nodes = await nodesOf('shown hashed');
    expect(nodes.map(({ shown }) => shown)).toEqual([
      ...['2026-11', '2026-11', '1999-12', '****', '****', '****'],
      null,
    ]);
    expect(JSON.stringify(nodes)).not.toMatch(new RegExp(days.join('|')));
  });

  it('are keys and links, whatever zeros their columns add', async () => {
    expect(
      await gateway.ask(`{ slot(at: "2026-11-28T09:30:00.0") { title visits { nodes { no } } }
        slotsByAt(ats: ["2026-11-28T09:30:00", "1999-01-01T00:00:00"]) { title }
        visits { nodes { no slot { title } } }
        of: visits(where: { slot: { some: { title: { eq: "morning" } } } }) { nodes { no } } }`),
    ).toMatchObject({
      data: {
        slot: { title: 'morning', visits: { nodes: [{ no: 'v1' }] } },
        slotsByAt: [{ title: 'morning' }, null],
        visits: {
          nodes: seen.map((_, at) => ({
            no: noOf(at),
            slot: at === 1 ? { title: 'morning' } : null,
          })),
        },
        of: { nodes: [{ no: 'v1' }] },
      },
    });
  });
});
