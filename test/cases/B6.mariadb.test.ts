import { describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared } from '../support/ownGateway.js';

const offering = (declared: string, value: string) => ({
  kind: 'mariadb' as const,
  statements: {
    population: [
      `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
         sum ${declared} NOT NULL)`,
      `INSERT INTO thing VALUES (1, 'a', ${value})`,
    ],
  },
  types: {
    population: `type Thing ${resourceOf('thing', '0001')} ${shared} { id: ID! @key sum: Float! }`,
  },
  resources: {
    Thing: { reach: ['LIST' as const], fields: { id: {}, sum: { uses: ['FILTER' as const] } } },
  },
});

describe('B6: a Float over DECIMAL(20, 2) that holds 12345678901234567.89', () => {
  it.each([
    ['DECIMAL(20, 2)', '12345678901234567.89', 20],
    ['DECIMAL(16, 0)', '9007199254740993', 16],
    ['BIGINT', '9007199254740993', 19],
  ])('is a fault, located, that says what would be right: %s', async (declared, value, digits) => {
    await expect(openOwnGateway(offering(declared, value))).rejects.toThrow(
      new RegExp(
        `population\\.graphql:\\d+:\\d+ Column "sum" holds decimals of up to ${digits} digits, and a Float keeps 15`,
      ),
    );
  });

  it.each([
    ['DECIMAL(15, 2)', '1234567890123.45'],
    ['INT', '2147483647'],
  ])('is exact where a Float keeps all digits: %s', async (declared, value) => {
    const gateway = await openOwnGateway(offering(declared, value));
    try {
      const query = `{ things(where: { sum: { eq: ${value} } }) { nodes { sum } } }`;
      expect(await gateway.ask(query)).toMatchObject({
        data: { things: { nodes: [{ sum: Number(value) }] } },
      });
    } finally {
      await gateway.close();
    }
  });
});
