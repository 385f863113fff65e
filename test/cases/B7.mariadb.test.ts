import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared, type OwnGateway } from '../support/ownGateway.js';

const numbers = [-1.1, 0.1, 3.4, 16777216, 3.4028235e38];

describe('B7: a FLOAT that holds 3.4', () => {
  let gateway: OwnGateway;
  beforeAll(async () => {
    const values = numbers.map((number, at) => `(${at}, '${at}', ${number})`);
    gateway = await openOwnGateway({
      kind: 'mariadb',
      statements: {
        population: [
          `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
             size FLOAT, INDEX (size))`,
          `INSERT INTO thing VALUES ${values.join(', ')}, (9, '9', NULL)`,
        ],
      },
      types: {
        population: `type Thing ${resourceOf('thing', '0001')} ${shared} { id: ID! @key size: Float }`,
      },
      resources: {
        Thing: { reach: ['LIST'], fields: { id: {}, size: { uses: ['FILTER', 'SORT', 'GROUP'] } } },
      },
    });
  });
  afterAll(() => gateway.close());

  async function find(args: string): Promise<readonly (number | null)[]> {
    const { data, errors } = await gateway.ask(`{ things${args} { nodes { size } } }`);
    expect(errors).toBeUndefined();
    const { nodes } = (data as { things: { nodes: { size: number | null }[] } }).things;
    return nodes.map(({ size }) => size);
  }

  it('is shown as 3.4', async () => {
    expect(await find('')).toEqual([...numbers, null]);
    expect(await find('(orderBy: { size: DESC })')).toEqual([...numbers.toReversed(), null]);
  });

  it('is found as 3.4, and as no other number', async () => {
    for (const number of numbers) {
      expect(await find(`(where: { size: { eq: ${number} } })`)).toEqual([number]);
    }
    for (const number of [3.4000000953674316, 3.41, 0.10000000149011612]) {
      expect(await find(`(where: { size: { eq: ${number} } })`)).toEqual([]);
    }
    expect(await find('(where: { size: { in: [3.4, 0.1, 5.5] } })')).toEqual([0.1, 3.4]);
  });

  it('is compared as 3.4', async () => {
    expect(await find('(where: { size: { lt: 3.4 } })')).toEqual([-1.1, 0.1]);
    expect(await find('(where: { size: { lte: 3.4 } })')).toEqual([-1.1, 0.1, 3.4]);
    expect(await find('(where: { size: { gt: 3.4 } })')).toEqual([16777216, 3.4028235e38]);
    expect(await find('(where: { size: { gte: 3.4 } })')).toEqual([3.4, 16777216, 3.4028235e38]);
    expect(await find('(where: { size: { lt: 3.40000001 } })')).toEqual([-1.1, 0.1, 3.4]);
    expect(await find('(where: { size: { gt: 3.39999999 } })')).toEqual([
      ...[3.4, 16777216, 3.4028235e38],
    ]);
  });

  it('is 3.4 in a cursor and a measure', async () => {
    const seen: (number | null)[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const query = `query ($after: String) { things(first: 1, after: $after, orderBy: { size: ASC }) {
        nodes { size } pageInfo { hasNextPage endCursor } } }`;
      const { data } = await gateway.ask(query, { after });
      const { nodes, pageInfo } = (
        data as {
          things: {
            nodes: { size: number }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).things;
      seen.push(...nodes.map(({ size }) => size));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([...numbers, null]);
    expect(await gateway.ask('{ thingAggregate { min { size } max { size } } }')).toMatchObject({
      data: { thingAggregate: [{ min: { size: -1.1 }, max: { size: 3.4028235e38 } }] },
    });
  });
});
