import { describe, expect, it } from '@jest/globals';

import { openOwnGateway, resourceOf, shared } from '../support/ownGateway.js';

const offering = (declared: string, value: string, stated = '') => ({
  kind: 'mariadb' as const,
  statements: {
    population: [
      `CREATE TABLE thing (row_id BIGINT PRIMARY KEY NOT NULL, id VARCHAR(20) NOT NULL UNIQUE,
         born ${declared} NOT NULL)`,
      `INSERT INTO thing VALUES (1, 'a', '${value}')`,
    ],
  },
  types: {
    population: `type Thing ${resourceOf('thing', '0001')} ${shared} { id: ID! @key born: Date! ${stated} }`,
  },
  resources: {
    Thing: { reach: ['LIST' as const], fields: { id: {}, born: { uses: ['FILTER' as const] } } },
  },
});

describe('B2: a Date over a VARCHAR that holds YYYYMMDD', () => {
  it.each(['VARCHAR(8)', 'CHAR(8)', 'VARCHAR(9)'])(
    'is a fault where it can hold no day: %s',
    async (declared) => {
      await expect(openOwnGateway(offering(declared, '19900601'))).rejects.toThrow(
        /population\.graphql:\d+:\d+ Column "born" holds texts of up to [89] characters, and a Date is a text of 10/,
      );
    },
  );

  it('is a Date in the format that is stated, and keeps the boundary year', async () => {
    const stated = '@column(format: "YYYYMMDD")';
    const gateway = await openOwnGateway(offering('VARCHAR(8)', '19900531', stated));
    try {
      const query = `{ things(where: { born: { lt: "1990-06-01" } }) { nodes { born } } }`;
      expect(await gateway.ask(query)).toMatchObject({
        data: { things: { nodes: [{ born: '1990-05-31' }] } },
      });
    } finally {
      await gateway.close();
    }
  });

  it('is a Date where it holds days', async () => {
    const gateway = await openOwnGateway(offering('VARCHAR(10)', '1990-06-01'));
    try {
      expect(await gateway.ask('{ things { nodes { born } } }')).toMatchObject({
        data: { things: { nodes: [{ born: '1990-06-01' }] } },
      });
    } finally {
      await gateway.close();
    }
  });

  it('is met by no comparison and shown by none, where it could hold days and does not', async () => {
    const gateway = await openOwnGateway(offering('VARCHAR(20)', '19900601'));
    try {
      const query = `{ all: things { nodes { born } } before: things(where: { born: { lt: "1990-06-01" } }) { nodes { id } }
        from: things(where: { born: { gte: "1990-06-01" } }) { nodes { id } } }`;
      expect(await gateway.ask(query)).toMatchObject({
        data: { all: { nodes: [] }, before: { nodes: [] }, from: { nodes: [] } },
        errors: [{ path: ['all', 'nodes'], extensions: { code: 'VALUE_MISMATCH' } }],
      });
    } finally {
      await gateway.close();
    }
  });
});
