import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

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
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
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
          }`,
      },
      resources: {
        Letter: {
          reach: ['LIST', 'LOOKUP', 'VERIFY'],
          fields: {
            row: { uses: ['LOOKUP'] },
            body: { uses: ['FILTER', 'SORT', 'GROUP', 'VERIFY'] },
            ...{ masked: {}, stated: {}, doc: {}, short: {} },
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
