import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const messageOf = async (query: string, more: object = {}) => {
  const { body } = await gateway.post(asSchool, { query, ...more });
  return body.errors?.[0]?.message ?? null;
};

describe('B16: a condition that states nothing', () => {
  it.each(['{}', 'null'])(
    '`where: %s` is told as none, in a sentence of its own',
    async (where) => {
      const message = await messageOf(`{ residents(where: ${where}) { nodes { name } } }`);
      expect(message).toContain('where');
      expect(message).not.toContain('or the document has only one');
    },
  );
});

describe('B19: a wrong `operationName`', () => {
  it('is told in a true sentence where the document has one operation', async () => {
    const message = await messageOf('query Mine { __typename }', { operationName: 'Yours' });
    expect(message).not.toBeNull();
    expect(message).not.toContain('only one');
  });
});
