import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { tokenOf } from '../support/testClients.js';
import { occasion, openTestGateway, type TestGateway } from '../support/testGateway.js';

const origin = 'https://desk.example';
let closed: TestGateway;
let open: TestGateway;
beforeAll(async () => {
  closed = await openTestGateway();
  open = await openTestGateway({ wire: { corsOrigins: [origin] } });
});
afterAll(async () => {
  await closed.close();
  await open.close();
});

const preflight = (gateway: TestGateway, from: string, url = '/graphql') =>
  gateway.app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin: from,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,purpose',
    },
  });

async function ask(gateway: TestGateway, from: string, query = '{ __typename }') {
  const authorization = `Bearer ${await tokenOf('school')}`;
  return gateway.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { origin: from, authorization, purpose: 'enrolment', ...occasion },
    payload: { query },
  });
}

describe('D6: a browser of another origin', () => {
  it('is let in by no header where no origin is set', async () => {
    const { statusCode, headers } = await preflight(closed, origin);
    expect([statusCode, headers['allow']]).toEqual([405, 'POST']);
    for (const answer of [headers, (await ask(closed, origin)).headers]) {
      expect(Object.keys(answer).filter((name) => /^access-control|^vary$/.test(name))).toEqual([]);
    }
  });

  it('is let in where its origin is set', async () => {
    const { statusCode, headers, body } = await preflight(open, origin);
    expect([statusCode, body]).toEqual([204, '']);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-max-age': '600',
      vary: 'origin',
    });
    for (const name of ['authorization', 'content-type', 'purpose', 'acting-user']) {
      expect(headers['access-control-allow-headers']).toContain(name);
    }
    expect(headers['access-control-allow-credentials']).toBeUndefined();
  });

  it.each(['{ __typename }', '{', '{ nothing }'])(
    'reads the answer, a refusal too: %s',
    async (query) => {
      const { headers } = await ask(open, origin, query);
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'request-id',
      });
    },
  );

  it.each([
    'https://desk.example.evil',
    'http://desk.example',
    'null',
    'https://desk.example:8443',
  ])('is not let in from %s, which is another origin', async (other) => {
    expect((await preflight(open, other)).statusCode).toBe(405);
    const { headers } = await ask(open, other);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['vary']).toBe('origin');
  });

  it('is never let in to the administration', async () => {
    const { headers } = await preflight(open, origin, '/admin/graphql');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});
