import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { tokenOf } from '../support/testClients.js';
import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const query = '{ resident(idNo: "370202199003071233") { name } }';

async function expectRefused(payload: string | object, status: number, code: string) {
  const answer = await gateway.post(asSchool, payload);
  expect([answer.status, codesOf(answer.body), answer.body.data]).toEqual([
    status,
    [code],
    undefined,
  ]);
  expect(answer.text).not.toContain('张');
  expect(gateway.statements).toEqual([]);
}

describe('a request', () => {
  it('of one operation, by POST, is answered', async () => {
    const { status, body } = await gateway.post(asSchool, { query });
    expect([status, body.data]).toEqual([200, { resident: { name: '张小三' } }]);
  });

  it('of several operations in a list is refused', async () => {
    await expectRefused([{ query }, { query }], 400, 'BAD_USER_INPUT');
    await expectRefused([{ query }], 400, 'BAD_USER_INPUT');
    await expectRefused([], 400, 'BAD_USER_INPUT');
  });

  it('by a hash is refused, known or not, with a document or without', async () => {
    const persistedQuery = {
      version: 1,
      sha256Hash: createHash('sha256').update(query).digest('hex'),
    };
    await expectRefused({ extensions: { persistedQuery } }, 400, 'PERSISTED_QUERY_NOT_SUPPORTED');
    await expectRefused(
      { query, extensions: { persistedQuery } },
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
    );
    await expectRefused({ extensions: { persistedQuery } }, 400, 'PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('without a document is refused', async () => {
    for (const payload of [
      {},
      { query: '' },
      { query: null },
      { operationName: 'A' },
      'null',
      '1',
      '""',
    ]) {
      await expectRefused(payload, 400, 'BAD_USER_INPUT');
    }
    await expectRefused('', 400, 'BAD_USER_INPUT');
  });

  it.each(['mutation', 'subscription'])('of a %s is refused: nothing here is one', async (kind) => {
    const { status, body, text } = await gateway.post(asSchool, { query: `${kind} ${query}` });
    expect([status, codesOf(body)]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED']]);
    expect(text).not.toContain('张');
    expect(gateway.statements).toEqual([]);
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'GRAPHQL_VALIDATION_FAILED',
      reads: [],
    });
  });

  it('that mixes a query with definitions of a schema is refused', async () => {
    await expectRefused(
      { query: `${query} type Resident { faith: String }` },
      400,
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  it('by GET is refused and not executed, whatever the browser says of itself', async () => {
    for (const accept of ['application/json', '*/*', 'text/html']) {
      const authorization = `Bearer ${await tokenOf('school')}`;
      for (const method of ['GET', 'HEAD'] as const) {
        const { statusCode, body } = await gateway.app.inject({
          method,
          url: `/graphql?query=${encodeURIComponent(query)}`,
          headers: { authorization, purpose: 'enrolment', accept },
        });
        expect(statusCode).toBe(accept === 'text/html' ? 200 : 405);
        expect(body).not.toContain('张');
      }
    }
    expect(gateway.statements).toEqual([]);
  });

  it('by another method is refused and not executed', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
      const { statusCode, headers } = await gateway.app.inject({
        method,
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf('school')}`,
          purpose: 'enrolment',
        },
        payload: JSON.stringify({ query }),
      });
      expect([404, 405]).toContain(statusCode);
      // No other site's page may ask in its reader's name.
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(gateway.statements).toEqual([]);
  });

  it('that would not take JSON is refused before it is executed', async () => {
    const known = gateway.entries().length;
    const { status, text } = await gateway.post(asSchool, { query }, { accept: 'text/csv' });
    expect(status).toBe(406);
    expect(text).not.toContain('张');
    expect(gateway.statements).toEqual([]);
    // Nothing left, so nothing may be on record as read.
    expect(gateway.entries().slice(known)).toMatchObject([{ status: 406, reads: [] }]);
    expect(gateway.entries().at(-1)?.outcome).not.toBe('OK');
  });
});
