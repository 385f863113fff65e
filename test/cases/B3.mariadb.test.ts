import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

/** Rows, of which the one with this number holds what its types do not. */
const [rows, wrong] = [400, 7];

describe('B3: a Boolean over 2, an Int over 3000000000, a Date over a zero date, in one row of 400', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const values = Array.from({ length: rows }, (_, id) =>
      id === wrong
        ? `(${id}, '${id}', 2, 3000000000, '0000-00-00', 2, 3000000000, '0000-00-00', 'h')`
        : `(${id}, '${id}', 1, 5, '1990-03-07', 1, 5, '1990-03-07', 'h')`,
    );
    gateway = await openOwnGateway({
      kind: 'mariadb',
      statements: {
        population: [
          `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
             flag TINYINT NOT NULL, many BIGINT NOT NULL, day DATE NOT NULL,
             may_flag TINYINT, may_many BIGINT, may_day DATE, house VARCHAR(9) NOT NULL)`,
          `INSERT INTO thing VALUES ${values.join(', ')}`,
          `CREATE TABLE house (row_id BIGINT PRIMARY KEY NOT NULL, code VARCHAR(20) NOT NULL UNIQUE)`,
          `INSERT INTO house VALUES (1, 'h')`,
        ],
      },
      types: {
        population: `
          type Thing ${resourceOf('thing', '0001')} ${shared} {
            id: ID! @key
            flag: Boolean!
            many: Int!
            day: Date!
            mayFlag: Boolean @column(name: "may_flag")
            mayMany: Int @column(name: "may_many")
            mayDay: Date @column(name: "may_day")
            house: ID!
            home: House @link(from: "house", to: "code")
          }
          type House ${resourceOf('house', '0002')} ${shared} {
            code: ID! @key
            things: [Thing!] @link(from: "code", to: "house")
          }`,
      },
      resources: {
        Thing: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: {
            id: { uses: ['LOOKUP', 'FILTER', 'SORT'] },
            ...{ flag: {}, many: {}, day: {}, mayFlag: {}, mayMany: {}, mayDay: {} },
            house: { uses: ['JOIN'] },
          },
          links: ['home'],
        },
        House: {
          reach: ['LOOKUP', 'LIST', 'LINKED'],
          fields: { code: { uses: ['LOOKUP', 'JOIN'] } },
          links: ['things'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  const sentence = (field: string) =>
    `A source holds values of the types of their fields; what it holds in Thing.${field} is of another.`;
  const others = Array.from({ length: rows }, (_, id) => ({ id: String(id) })).filter(
    (_, id) => id !== wrong,
  );

  it.each(['mayFlag', 'mayMany', 'mayDay'])(
    'is null at its path where it may be: %s',
    async (field) => {
      const { data, errors } = await gateway.ask(`{ things(first: 10) { nodes { id ${field} } } }`);
      const nodes = (data as { things: { nodes: Record<string, unknown>[] } }).things.nodes;
      expect(nodes.map((node) => node[field] === null)).toEqual(
        nodes.map(({ id }) => id === String(wrong)),
      );
      expect(errors).toEqual([
        {
          message: sentence(field),
          path: ['things', 'nodes', wrong, field],
          extensions: { code: 'VALUE_MISMATCH' },
        },
      ]);
    },
  );

  it.each(['flag', 'many', 'day'])(
    'takes its row out of a list, and no other: %s',
    async (field) => {
      const { data, errors } = await gateway.ask(
        `{ things(first: 500) { nodes { id ${field} } totalCount } }`,
      );
      const { nodes, totalCount } = (
        data as { things: { nodes: { id: string }[]; totalCount: number } }
      ).things;
      expect(nodes.map(({ id }) => ({ id }))).toEqual(others);
      expect(totalCount).toBe(rows);
      expect(errors).toEqual([
        {
          message: `${sentence(field)} Rows with such a value are left out.`,
          path: ['things', 'nodes'],
          extensions: { code: 'VALUE_MISMATCH' },
        },
      ]);
    },
  );

  it('is null alone where it is looked up, and in place among others', async () => {
    const one = `{ wrong: thing(id: "${wrong}") { day } right: thing(id: "1") { day } }`;
    expect(await gateway.ask(one)).toMatchObject({
      data: { wrong: null, right: { day: '1990-03-07' } },
      errors: [{ path: ['wrong', 'day'], extensions: { code: 'VALUE_MISMATCH' } }],
    });
    const many = `{ thingsById(ids: ["1", "${wrong}", "2"]) { id many } }`;
    expect(await gateway.ask(many)).toMatchObject({
      data: { thingsById: [{ id: '1' }, null, { id: '2' }] },
      errors: [{ path: ['thingsById', 1, 'many'], extensions: { code: 'VALUE_MISMATCH' } }],
    });
  });

  it('leaves pages, cursors and the rows behind links as they were', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data } = await gateway.ask(
        `query ($after: String) { house(code: "h") { __typename }
           things(first: ${wrong}, after: $after) { edges { cursor node { id day } }
             pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { edges, pageInfo } = (
        data as {
          things: {
            edges: { cursor: string; node: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).things;
      seen.push(...edges.map(({ node }) => node.id));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(others.map(({ id }) => id));
    const linked = `{ house(code: "h") { things(first: 10) { nodes { id day home { code } } pageInfo { hasNextPage } } } }`;
    expect(await gateway.ask(linked)).toMatchObject({
      data: {
        house: {
          things: {
            nodes: others.slice(0, 9).map((thing) => ({ ...thing, home: { code: 'h' } })),
            pageInfo: { hasNextPage: true },
          },
        },
      },
      errors: [{ path: ['house', 'things', 'nodes'], extensions: { code: 'VALUE_MISMATCH' } }],
    });
  });

  it('counts the rows of a path without those that were left out', async () => {
    const { errors } = await gateway.ask(
      '{ things(where: { id: { in: ["7", "8"] } }) { nodes { many } nullable: nodes { mayDay } } }',
    );
    expect(errors?.map(({ path }) => path)).toEqual([
      ['things', 'nodes'],
      ['things', 'nullable', 0, 'mayDay'],
    ]);
  });

  it('is on record as an answer in part, and tells nothing of itself', async () => {
    const { data } = await gateway.ask(`{ thing(id: "${wrong}") { mayMany mayDay } }`);
    expect(data).toEqual({ thing: { mayMany: null, mayDay: null } });
    const record = readFileSync(join(gateway.dir, 'record.jsonl'), 'utf8');
    expect(gateway.entries().at(-1)?.outcome).toBe('PARTIAL');
    expect(record).not.toMatch(/3000000000|0000-00-00/);
  });
});
