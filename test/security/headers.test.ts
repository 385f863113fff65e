import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ maxBodySize: 2_000 });
});
afterAll(() => gateway.close());

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const query = '{ residents { nodes { name } } }';

describe('the headers of an answer', () => {
  it.each<[string, number, () => ReturnType<TestGateway['post']>]>([
    ['an answer', 200, () => gateway.post(asSchool, { query })],
    ['an answer to the public', 200, () => gateway.post(null, { query: '{ __typename }' })],
    [
      'introspection',
      200,
      () => gateway.post(asFund, { query: '{ __schema { queryType { name } } }' }),
    ],
    ['a syntax error', 400, () => gateway.post(asSchool, { query: '{' })],
    ['a validation error', 400, () => gateway.post(asSchool, { query: '{ nothing }' })],
    [
      'a wrong variable',
      400,
      () =>
        gateway.post(asSchool, {
          query: 'query ($n: Int!) { residents(first: $n) { nodes { name } } }',
        }),
    ],
    ['a body that is no JSON', 400, () => gateway.post(asSchool, '{')],
    [
      'a wrong credential',
      401,
      () => gateway.post(asSchool, { query }, { authorization: 'Bearer a.b.c' }),
    ],
    ['a wrong purpose', 403, () => gateway.post(asSchool, { query }, { purpose: 'other' })],
    ['a large body', 413, () => gateway.post(asSchool, { query, pad: 'x'.repeat(2_000) })],
    [
      'a form',
      415,
      () => gateway.post(asSchool, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
  ])('say that no one may keep it: %s', async (_what, expected, ask) => {
    const { status, headers } = await ask();
    expect(status).toBe(expected);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['request-id']).toMatch(uuid);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'] as const)(
    'say so for a refused %s of /graphql',
    async (method) => {
      const { statusCode, headers } = await gateway.app.inject({ method, url: '/graphql' });
      expect([404, 405]).toContain(statusCode);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['request-id']).toMatch(uuid);
    },
  );

  it('and the body tell one request id, by which the entry is found', async () => {
    for (const [as, text] of [
      [asSchool, query],
      [asSchool, '{ nothing }'],
      [asSchool, '{'],
      [asFund, '{ __typename }'],
    ] as const) {
      const { headers, body } = await gateway.ask(as, text);
      expect([text, body.extensions?.tongdao.requestId]).toEqual([text, headers['request-id']]);
      expect(gateway.entries().at(-1)?.requestId).toBe(headers['request-id']);
    }
  });

  it('say nothing of what serves', async () => {
    const { headers } = await gateway.post(asSchool, { query });
    expect(Object.keys(headers).sort()).toEqual([
      'cache-control',
      'connection',
      'content-length',
      'content-type',
      'date',
      'request-id',
    ]);
  });
});
