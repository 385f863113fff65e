import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const bytes = {
  sqlite: { type: 'BLOB', of: (digits: string) => `X'${digits}'` },
  mariadb: { type: 'BINARY(16)', of: (digits: string) => `X'${digits}'` },
  postgres: { type: 'BYTEA', of: (digits: string) => `'\\x${digits}'` },
} as const;
const digits = (first: string) => `${first}0000000000040008000000000000000`;
const uuid = (first: string) => `${first}0000000-0000-4000-8000-000000000000`;

/** A column of any length, which a BINARY(16) is not. */
const loose = { sqlite: 'BLOB', mariadb: 'VARBINARY(90)', postgres: 'BYTEA' } as const;

describe.each(['sqlite', 'mariadb', 'postgres'] as const)('ids of 16 bytes (%s)', (kind) => {
  const { type, of } = bytes[kind];
  let gateway: OwnGateway;
  beforeAll(async () => {
    gateway = await openOwnGateway({
      kind,
      statements: {
        population: [
          `CREATE TABLE holder (id ${type} PRIMARY KEY NOT NULL, name VARCHAR(9))`,
          `CREATE TABLE permit (id ${type} PRIMARY KEY NOT NULL, holder ${loose[kind]}, mark ${loose[kind]})`,
          `INSERT INTO holder VALUES (${of(digits('a'))}, 'A'), (${of(digits('b'))}, 'B')`,
          `INSERT INTO permit VALUES
             (${of(digits('1'))}, ${of(digits('a'))}, ${of('00ff')}),
             (${of(digits('2'))}, ${of(digits('a'))}, ${of('')}),
             (${of(digits('3'))}, ${of(digits('b'))}, ${of('ab'.repeat(65))}),
             (${of(digits('4'))}, ${of('0a')}, NULL),
             (${of(digits('5'))}, NULL, ${of('00ff')})`,
        ],
      },
      types: {
        population: `
          type Holder ${resourceOf('holder', '0001', 'pageBy: "id"')} ${shared} {
            id: ID! @key @column(format: "UUID")
            name: String
            permits: [Permit!] @link(from: "id", to: "holder")
          }
          type Permit ${resourceOf('permit', '0002', 'pageBy: "id"')} ${shared} {
            id: ID! @key @column(format: "UUID")
            holder: ID @column(format: "UUID")
            mark: ID @column(format: "HEX")
            held: Holder @link(from: "holder", to: "id")
          }`,
      },
      resources: {
        Holder: {
          reach: ['LIST', 'LOOKUP', 'LINKED'],
          fields: { id: { uses: ['LOOKUP', 'FILTER', 'SORT', 'JOIN'] }, name: {} },
          links: ['permits'],
        },
        Permit: {
          reach: ['LIST', 'LOOKUP', 'LINKED'],
          fields: {
            id: { uses: ['LOOKUP', 'FILTER', 'SORT', 'JOIN'] },
            holder: { uses: ['FILTER', 'SORT', 'GROUP', 'JOIN'] },
            mark: { uses: ['FILTER', 'SORT', 'GROUP'] },
          },
          links: ['held'],
        },
      },
    });
  });
  afterAll(() => gateway.close());

  it('are looked up one by one and together, in letters of either case', async () => {
    const { data, errors } = await gateway.ask(
      `query ($id: ID!, $ids: [ID!]!) {
        permit(id: $id) { id held { name } }
        none: permit(id: "nobody") { id }
        permitsById(ids: $ids) { id }
      }`,
      { id: uuid('1'), ids: [uuid('2'), uuid('a').toUpperCase(), uuid('3'), 'x'] },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      permit: { id: uuid('1'), held: { name: 'A' } },
      none: null,
      permitsById: [{ id: uuid('2') }, null, { id: uuid('3') }, null],
    });
    const upper = await gateway.ask('query ($id: ID!) { holder(id: $id) { id } }', {
      id: uuid('a').toUpperCase(),
    });
    expect(upper.data).toEqual({ holder: { id: uuid('a') } });
  });

  it('are told in their form, and what is of another length is null, with an error at its place', async () => {
    const { data, errors } = await gateway.ask('{ permits { nodes { id holder mark } } }');
    expect(data).toEqual({
      permits: {
        nodes: [
          { id: uuid('1'), holder: uuid('a'), mark: '00ff' },
          { id: uuid('2'), holder: uuid('a'), mark: '' },
          { id: uuid('3'), holder: uuid('b'), mark: null },
          { id: uuid('4'), holder: null, mark: null },
          { id: uuid('5'), holder: null, mark: '00ff' },
        ],
      },
    });
    expect(errors).toMatchObject([
      { path: ['permits', 'nodes', 2, 'mark'], extensions: { code: 'VALUE_MISMATCH' } },
      { path: ['permits', 'nodes', 3, 'holder'], extensions: { code: 'VALUE_MISMATCH' } },
    ]);
  });

  it('are compared, counted, linked, and followed from page to page', async () => {
    const { data, errors } = await gateway.ask(
      `query ($a: ID!, $b: ID!) {
        equal: permits(where: { holder: { eq: $a } }) { nodes { id } }
        some: permits(where: { holder: { in: [$a, $b, "0a"] } }) { totalCount }
        none: permits(where: { holder: { isNull: true } }) { totalCount }
        short: permits(where: { mark: { eq: "00FF" } }) { totalCount }
        held: permits(where: { held: { some: { id: { eq: $b } } } }) { nodes { id } }
        permitAggregate(groupBy: [holder]) { group { holder } count distinct { mark } }
        holders { nodes { name permits(first: 1) { nodes { id } totalCount } } }
      }`,
      { a: uuid('a').toUpperCase(), b: uuid('b') },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      equal: { nodes: [{ id: uuid('1') }, { id: uuid('2') }] },
      some: { totalCount: 3 },
      none: { totalCount: 2 },
      short: { totalCount: 2 },
      held: { nodes: [{ id: uuid('3') }] },
      permitAggregate: [
        { group: { holder: uuid('a') }, count: 2, distinct: { mark: 2 } },
        { group: { holder: uuid('b') }, count: 1, distinct: { mark: 0 } },
        { group: { holder: null }, count: 2, distinct: { mark: 1 } },
      ],
      holders: {
        nodes: [
          { name: 'A', permits: { nodes: [{ id: uuid('1') }], totalCount: 2 } },
          { name: 'B', permits: { nodes: [{ id: uuid('3') }], totalCount: 1 } },
        ],
      },
    });
    const ids: unknown[] = [];
    let after: unknown = null;
    do {
      const { data: page } = await gateway.ask(
        `query ($after: String) { permits(first: 2, after: $after, orderBy: { mark: DESC }) {
           nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { nodes, pageInfo } = (page as { permits: Page }).permits;
      ids.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(['5', '1', '2', '4', '3'].map(uuid));
  });
});

interface Page {
  readonly nodes: readonly { readonly id: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
