import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const listOf = {
  mariadb: {
    // By its collation, a is A.
    tags: `SET('水','a','ab','电') CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`,
    write: (...elements: readonly string[]) => `'${elements.join(',')}'`,
  },
  postgres: {
    tags: 'VARCHAR(9)[]',
    write: (...elements: readonly string[]) => `'{${elements.join(',')}}'`,
  },
} as const;

describe.each(['mariadb', 'postgres'] as const)('lists of texts (%s)', (kind) => {
  const { tags, write } = listOf[kind];
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE house (row_id INT PRIMARY KEY NOT NULL, owner VARCHAR(9), tags ${tags}, marks ${tags})`,
          `INSERT INTO house VALUES (1, 'A', ${write('水', 'a')}, ${write('水')}),
             (2, 'B', ${write('ab')}, ${write('水', 'ab')}), (3, 'C', ${write()}, ${write('水')}),
             (4, 'D', NULL, ${write('水')}), (5, 'E', ${write('水', '电')}, ${write('电')})`,
        ],
      },
      types: {
        population: `
          type House ${resourceOf('house', '0001')} ${shared} {
            row: Int! @key @column(name: "row_id")
            owner: String @desensitize(rule: NAME)
            tags: [String!] @desensitize(rule: HASH)
            text: String @column(name: "tags") @desensitize(rule: HASH)
            marks: [String!]
          }`.replace(kind === 'postgres' ? /\n +text: .*/ : /(?!)/, ''),
      },
      resources: {
        House: {
          reach: ['LIST', 'LOOKUP'],
          // In scope is what is told by its marks.
          rows: { marks: { has: ['水', 'nothing'] } },
          fields: {
            row: { uses: ['LOOKUP'] },
            // Clear where its house has water, by its own list.
            owner: { form: { mask: 'NAME', clearWhere: { tags: { has: '水' } } }, approvedBy: [] },
            tags: { form: 'CLEAR', approvedBy: [] },
            marks: {},
            ...(kind === 'mariadb' && { text: { form: 'CLEAR', approvedBy: [] } }),
          },
        },
      },
      rules: [{ id: 'R-1', kind: 'MASK', resource: 'House', field: 'marks', mask: 'HASH' }],
    });
  });
  afterAll(() => gateway.close());

  it('are told as lists, masked as a whole, and decide what is in scope and clear', async () => {
    const { data, errors } = await gateway.ask(
      '{ houses { nodes { row owner tags marks } totalCount } }',
    );
    expect(errors).toBeUndefined();
    const { nodes, totalCount } = data!['houses'] as {
      readonly nodes: readonly { readonly marks: string }[];
      readonly totalCount: number;
    };
    expect(totalCount).toBe(4);
    expect(nodes).toMatchObject([
      { row: 1, owner: 'A', tags: ['水', 'a'] },
      { row: 2, owner: '*', tags: ['ab'] },
      { row: 3, owner: '*', tags: [] },
      { row: 4, owner: '*', tags: null },
    ]);
    // Equal lists have one hash, and no others do.
    const [one, two, three, four] = nodes.map(({ marks }) => marks);
    expect(one).toMatch(/^[\w-]{43}$/);
    expect([three, four]).toEqual([one, one]);
    expect(two).not.toBe(one);
  });

  it('are found by an element, by code point, and by no part of one', async () => {
    const asked = ['水', 'a', 'A', 'ab', 'b', '', '水,a', '电'];
    const { data, errors } = await gateway.ask(
      `query (${asked.map((_, at) => `$v${at}: String`).join(' ')}) {
        ${asked.map((_, at) => `v${at}: houses(where: { tags: { has: $v${at} } }) { nodes { row } }`).join('\n')}
        none: houses(where: { tags: { isNull: true } }) { nodes { row } }
        others: houses(where: { not: { tags: { has: "a" } } }) { nodes { row } }
      }`,
      Object.fromEntries(asked.map((value, at) => [`v${at}`, value])),
    );
    expect(errors).toBeUndefined();
    const rows = (name: string) =>
      (data![name] as { nodes: readonly { row: number }[] }).nodes.map(({ row }) => row);
    expect(asked.map((_, at) => rows(`v${at}`))).toEqual([[1], [1], [], [2], [], [], [], []]);
    expect(rows('none')).toEqual([4]);
    expect(rows('others')).toEqual([2, 3, 4]);
  });

  it('have no order, no groups and no measures, which introspection says', async () => {
    const { data } = await gateway.ask(`{
      condition: __type(name: "StringListCondition") { inputFields { name type { name } } }
      where: __type(name: "HouseWhere") { inputFields { name } }
      order: __type(name: "HouseOrderBy") { inputFields { name } }
      groups: __type(name: "HouseGroupBy") { enumValues { name } }
      house: __type(name: "House") {
        fields { name type { kind name ofType { kind ofType { name } } } } }
    }`);
    const text = kind === 'mariadb' ? [{ name: 'text' }] : [];
    expect(data).toMatchObject({
      condition: {
        inputFields: [
          { name: 'has', type: { name: 'String' } },
          { name: 'isNull', type: { name: 'Boolean' } },
        ],
      },
      where: {
        inputFields: [
          ...[{ name: 'tags' }, ...text, { name: 'and' }, { name: 'or' }, { name: 'not' }],
        ],
      },
    });
    expect(JSON.stringify([data!['order'], data!['groups']])).not.toMatch(/tags|marks/);
    const { fields } = data!['house'] as { fields: readonly { name: string; type: unknown }[] };
    const typeOf = (name: string) => fields.find((field) => field.name === name)?.type;
    expect(typeOf('tags')).toEqual({
      ...{ kind: 'LIST', name: null },
      ofType: { kind: 'NON_NULL', ofType: { name: 'String' } },
    });
    expect(typeOf('marks')).toEqual({ kind: 'SCALAR', name: 'Desensitized', ofType: null });
  });

  it('are refused in conditions where they are masked, and by other operators', async () => {
    for (const where of [
      '{ marks: { has: "水" } }',
      '{ tags: { eq: "水" } }',
      '{ tags: { has: 1 } }',
    ]) {
      const { errors } = await gateway.ask(`{ houses(where: ${where}) { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    }
  });

  it('are on record as filtered by, and without what was asked for', async () => {
    await gateway.ask('{ houses(where: { tags: { has: "a" } }) { nodes { row } } }');
    const entry = gateway.entries().at(-1);
    expect(JSON.stringify(entry)).toContain('"tags":"FILTER"');
    expect(JSON.stringify(entry)).not.toContain('"a"');
  });
});
