import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** Beyond 2^53; the number that JavaScript makes of it is another's. */
const long = '9007199254740993';
const another = '9007199254740992';

describe('B8: an ID that is given as a whole number', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind: 'sqlite',
      statements: {
        population: [
          'CREATE TABLE numbered (row_id BIGINT PRIMARY KEY NOT NULL, id BIGINT NOT NULL UNIQUE)',
          `INSERT INTO numbered VALUES (1, 1), (2, ${long}), (3, ${another})`,
          'CREATE TABLE named (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE)',
          `INSERT INTO named VALUES (1, '1'), (2, '${long}'), (3, '1x')`,
        ],
      },
      types: {
        population: `
          type Numbered ${resourceOf('numbered', '0001')} ${shared} { id: ID! @key }
          type Named ${resourceOf('named', '0002')} ${shared} { id: ID! @key }`,
      },
      resources: {
        Numbered: { reach: ['LOOKUP', 'LIST'], fields: { id: { uses: ['LOOKUP', 'FILTER'] } } },
        Named: { reach: ['LOOKUP', 'LIST'], fields: { id: { uses: ['LOOKUP', 'FILTER'] } } },
      },
    });
  });
  afterAll(() => gateway.close());

  it.each(['numbered', 'named'])('is looked up in a literal, no digit lost (%s)', async (root) => {
    for (const id of ['1', long]) {
      const found = { [root]: { id } };
      expect(await gateway.ask(`{ ${root}(id: ${id}) { id } }`)).toMatchObject({ data: found });
      expect(await gateway.ask(`{ ${root}(id: "${id}") { id } }`)).toMatchObject({ data: found });
    }
  });

  it.each(['numbered', 'named'])('is looked up in a variable (%s)', async (root) => {
    const query = `query ($id: ID!) { ${root}(id: $id) { id } }`;
    for (const id of [1, '1']) {
      expect(await gateway.ask(query, { id })).toMatchObject({ data: { [root]: { id: '1' } } });
    }
  });

  it.each(['numbered', 'named'])(
    'is compared in a condition, alone and in a list (%s)',
    async (root) => {
      const list = root === 'numbered' ? 'numbereds' : 'nameds';
      const query = `query ($ids: [ID!]) { ${list}(where: { id: { in: $ids } }) { nodes { id } } }`;
      expect(await gateway.ask(query, { ids: [1, long] })).toMatchObject({
        data: { [list]: { nodes: [{ id: '1' }, { id: long }] } },
      });
      expect(
        await gateway.ask(`{ ${list}(where: { id: { eq: 1 } }) { nodes { id } } }`),
      ).toMatchObject({ data: { [list]: { nodes: [{ id: '1' }] } } });
    },
  );

  it.each([
    ['a number that has lost digits', Number(long)],
    ['a Float', 1.5],
    ['a Boolean', true],
  ])('is refused as %s in a variable', async (_what, id) => {
    const query = 'query ($id: ID!) { numbered(id: $id) { id } }';
    const { data, errors } = await gateway.ask(query, { id });
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['1.5', '1.0', '1e3', 'true'])('is refused as the literal %s', async (literal) => {
    const { data, errors } = await gateway.ask(`{ numbered(id: ${literal}) { id } }`);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
