import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { tooLarge } from '../../src/source/column/tooLarge.js';
import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const most = 1_000;
const large = {
  sqlite: { text: 'TEXT', json: 'JSON' },
  mariadb: { text: 'LONGTEXT CHARACTER SET utf8mb4', json: 'LONGTEXT CHARACTER SET utf8mb4' },
  postgres: { text: 'TEXT', json: 'JSONB' },
} as const;

describe.each(['sqlite', 'mariadb', 'postgres'] as const)('values beyond a bound (%s)', (kind) => {
  const { text, json } = large[kind];
  let gateway: OwnGateway;
  beforeAll(async () => {
    const row = (at: number, body: string) =>
      `(${at}, '${body}', '${body}', '${body}', '["${body}"]', '${'x'.repeat(9)}')`;
    // Half of their kinds are too large to be told.
    const titles = Array.from({ length: 60 }, (_, at) => {
      const body = ['a'.repeat(most), '中'.repeat(400), 'b'][at] ?? `b${at}`;
      const large = '中'.repeat(at % 4 === 0 ? 400 : 401);
      return `(${at + 1}, '${body}', '${at % 2 === 0 ? large : 'red'}', 'x')`;
    });
    titles.push(`(61, 'c', '${tooLarge}', '${tooLarge}')`);
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE title (row_id INT PRIMARY KEY NOT NULL, body ${text} NOT NULL, kind ${text}, short VARCHAR(99))`,
          `INSERT INTO title VALUES ${titles.join(', ')}`,
          `CREATE TABLE letter (row_id INT PRIMARY KEY NOT NULL, body ${text}, masked ${text}, stated ${text} NOT NULL, doc ${json}, short VARCHAR(30))`,
          `INSERT INTO letter VALUES ${[
            row(1, 'a'.repeat(most)),
            row(2, '中'.repeat(400)),
            row(3, ''),
          ].join(', ')}`,
        ],
      },
      types: {
        population: `
          type Letter ${resourceOf('letter', '0001')} ${shared} {
            row: Int! @key @column(name: "row_id")
            body: String
            masked: String @desensitize(rule: KEEP, first: 1, last: 0)
            stated: String!
            doc: JSON
            short: String
            like: Title @link(from: "body", to: "body")
          }
          type Title ${resourceOf('title', '0002', 'pageBy: "row_id", unique: [["body"]]')} ${shared}
            @cube(name: "byKind", title: "Kind", dimensions: ["kind"], threshold: 3) {
            row: Int! @column(name: "row_id")
            body: String! @key
            kind: String
            short: String
          }`,
      },
      resources: {
        Letter: {
          reach: ['LIST', 'LOOKUP', 'VERIFY'],
          fields: {
            row: { uses: ['LOOKUP'] },
            body: { uses: ['FILTER', 'SORT', 'GROUP', 'VERIFY', 'JOIN'] },
            ...{ masked: {}, stated: {}, doc: {}, short: {} },
          },
          links: ['like'],
        },
        Title: {
          reach: ['LIST', 'LOOKUP', 'LINKED', 'STATISTICS'],
          fields: {
            ...{ row: {}, short: {} },
            body: { uses: ['LOOKUP', 'JOIN'] },
            kind: { uses: ['FILTER', 'GROUP'] },
          },
        },
      },
      change: { sourceLimits: { maxValueSize: most } },
    });
  });
  afterAll(() => gateway.close());

  const bodies = (first: unknown, third: unknown) => [first, null, third];

  it('are null in clear, with an error at their place; a mask does not tell that they are large', async () => {
    const { data, errors } = await gateway.ask('{ letters { nodes { body masked doc } } }');
    const nodes = (data!['letters'] as { nodes: readonly Record<string, unknown>[] }).nodes;
    expect(nodes.map(({ body }) => body)).toEqual(bodies('a'.repeat(most), ''));
    expect(nodes.map(({ masked }) => masked)).toEqual([`a${'*'.repeat(most - 1)}`, '****', '****']);
    // A document has four characters more than its text.
    expect(nodes.map(({ doc }) => doc)).toEqual([null, null, ['']]);
    const at = (index: number, field: string) => ({
      message: `A value of a source is told up to ${most} bytes; what it holds in Letter.${field} is larger.`,
      path: ['letters', 'nodes', index, field],
      extensions: { code: 'VALUE_TOO_LARGE' },
    });
    expect(errors).toMatchObject([at(0, 'doc'), at(1, 'body'), at(1, 'doc')]);
  });

  it('take their row out of a list where the field may not be null', async () => {
    const { data, errors } = await gateway.ask('{ letters { nodes { row stated } } }');
    const { nodes } = data!['letters'] as { nodes: readonly { row: number }[] };
    expect(nodes.map(({ row }) => row)).toEqual([1, 3]);
    expect(errors).toMatchObject([
      { path: ['letters', 'nodes'], extensions: { code: 'VALUE_TOO_LARGE' } },
    ]);
  });

  it('are compared, sorted, counted and verified as what they are', async () => {
    const { data, errors } = await gateway.ask(
      `query ($large: String) {
        equal: letters(where: { body: { eq: $large } }) { nodes { row } }
        begun: letters(where: { body: { startsWith: "中中" } }) { totalCount }
        sorted: letters(orderBy: { body: DESC }) { nodes { row } }
        letterAggregate { count distinct { body } }
        verifyLetter(row: 2, claims: { body: "中" }) { result }
      }`,
      { large: '中'.repeat(400) },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      equal: { nodes: [{ row: 2 }] },
      begun: { totalCount: 1 },
      sorted: { nodes: [{ row: 2 }, { row: 1 }, { row: 3 }] },
      letterAggregate: [{ count: 3, distinct: { body: 3 } }],
    });
  });

  it('are the groups that they are, of which the value is not told', async () => {
    const { data, errors } = await gateway.ask(
      '{ letterAggregate(groupBy: [body]) { group { body } count } }',
    );
    expect(data).toEqual({
      letterAggregate: [
        { group: { body: '' }, count: 1 },
        { group: { body: 'a'.repeat(most) }, count: 1 },
        { group: { body: null }, count: 1 },
      ],
    });
    expect(errors).toMatchObject([
      { path: ['letterAggregate', 2, 'group', 'body'], extensions: { code: 'VALUE_TOO_LARGE' } },
    ]);
  });

  it('end no page in silence: a cursor at one is an error that says what to do', async () => {
    const list = (rest: string) =>
      gateway.ask(`{ letters(orderBy: { body: ASC }, ${rest}) {
        nodes { row } pageInfo { hasNextPage endCursor } } }`);
    const small = await list('first: 2');
    expect(small.errors).toBeUndefined();
    const { pageInfo } = small.data!['letters'] as { pageInfo: { endCursor: string } };
    const refused = await list(`first: 1, after: "${pageInfo.endCursor}"`);
    expect(refused.data).toEqual({ letters: null });
    expect(refused.errors).toMatchObject([
      {
        message: `A cursor holds what its row is sorted by, each value up to ${most} bytes; this one of Letter is sorted by a larger one, so that no page can begin or end here: ask for a page of another size, or in another order.`,
        path: ['letters', 'pageInfo', 'endCursor'],
        extensions: { code: 'VALUE_TOO_LARGE' },
      },
    ]);
    const { data, errors } = await gateway.ask(
      '{ letters(orderBy: { body: ASC }) { edges { cursor node { row } } } }',
    );
    expect(data).toMatchObject({
      letters: { edges: [{ node: { row: 3 } }, { node: { row: 1 } }] },
    });
    expect(errors).toMatchObject([
      { path: ['letters', 'edges'], extensions: { code: 'VALUE_TOO_LARGE' } },
    ]);
    // No other order hangs on them.
    const inOrder = await gateway.ask(
      '{ letters(first: 2) { nodes { row } pageInfo { endCursor } } }',
    );
    expect(inOrder.errors).toBeUndefined();
  });

  it('are no keys, whichever way they are asked for, and lead nowhere', async () => {
    const { data } = await gateway.ask(`{
      letters { nodes { row like { row } } }
      some: letters(where: { like: { some: {} } }) { nodes { row } }
      title(body: "b") { row }
      titlesByBody(bodies: ["b"]) { row }
    }`);
    expect(data).toMatchObject({
      letters: { nodes: [{ like: { row: 1 } }, { like: null }, { like: null }] },
      title: { row: 3 },
      titlesByBody: [{ row: 3 }],
    });
    const large = '中'.repeat(400);
    for (const query of [
      'query ($large: String!) { title(body: $large) { row } }',
      'query ($large: String!) { titlesByBody(bodies: [$large]) { row } }',
    ]) {
      expect(await gateway.ask(query, { large })).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
    }
  });

  it('are of the rest in a statistic, which names none of them', async () => {
    const { data, errors } = await gateway.ask(
      '{ titleStatistics(cube: byKind) { over group { kind } count } }',
    );
    expect(errors).toBeUndefined();
    const cells = data!['titleStatistics'] as readonly { group: { kind: string | null } }[];
    expect(JSON.stringify(data)).not.toContain(tooLarge);
    expect(cells.map(({ group }) => group.kind)).toEqual(['red', null, null]);
  });

  it('are told as such where a text is the mark itself, and only where there is a bound', async () => {
    const { data, errors } = await gateway.ask(
      `{ titles(where: { kind: { eq: "${tooLarge}" } }) { nodes { kind short } } }`,
    );
    expect(data).toEqual({ titles: { nodes: [{ kind: null, short: tooLarge }] } });
    expect(errors).toMatchObject([{ path: ['titles', 'nodes', 0, 'kind'] }]);
    const sorted = await gateway.ask(
      '{ titles(orderBy: { short: ASC }, first: 1) { nodes { short } pageInfo { endCursor } } }',
    );
    expect(sorted.errors).toBeUndefined();
    expect(sorted.data).toMatchObject({ titles: { nodes: [{ short: tooLarge }] } });
  });

  it('stay at their source, and cost a column nothing that is declared to be small', async () => {
    const before = gateway.statements.length;
    await gateway.ask('{ letters { nodes { body short } } }');
    const [statement] = gateway.statements.slice(before);
    const { sql } = statement!;
    expect(sql).toMatch(
      /^SELECT CASE WHEN octet_length\(.*body.*\) > 1000 THEN '[^']+' ELSE .* END, .short. FROM/,
    );
  });
});
