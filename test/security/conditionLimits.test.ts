import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

describe('the values of a condition', () => {
  it('may be 500 and not one more', async () => {
    const query =
      'query ($codes: [ID!]) { provinces(where: { code: { in: $codes } }) { nodes { name } } }';
    const codes = Array.from({ length: 501 }, (_, index) => String(index));
    const most = await gateway.ask(null, query, { codes: codes.slice(1) });
    expect([most.status, most.body.errors]).toEqual([200, undefined]);
    expect(gateway.statements.length).toBe(1);
    const more = await gateway.ask(null, query, { codes });
    expect([more.status, codesOf(more.body)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect(gateway.statements.length).toBe(1);
  });
});
