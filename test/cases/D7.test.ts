import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';

import { takesGzip } from '../../src/http/wire/compressOpenAnswers.js';
import { forAdmin, openAdministered, type Administered } from '../support/administered.js';
import { tokenOf } from '../support/testClients.js';
import { occasion } from '../support/testGateway.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const query = getIntrospectionQuery();

async function ask(headers: Record<string, string>, url = '/graphql', text = query) {
  const answer = await gateway.app.inject({
    method: 'POST',
    url,
    headers,
    payload: { query: text },
  });
  return { ...answer, encoding: answer.headers['content-encoding'], raw: answer.rawPayload };
}

const gzip = { 'accept-encoding': 'gzip, deflate, br' };

describe('D7: answers of 139 KB and more', () => {
  it('are compressed where the public asks for open data, in both lanes, and are the same', async () => {
    const plain = (JSON.parse((await ask({})).payload) as { data: object }).data;
    for (const lane of ['Apollo’s', 'the repeat lane']) {
      const { encoding, headers, raw } = await ask(gzip);
      expect([lane, encoding, headers['vary']]).toEqual([lane, 'gzip', 'accept-encoding']);
      expect((JSON.parse(gunzipSync(raw).toString('utf8')) as { data: object }).data).toEqual(
        plain,
      );
      expect(headers['content-length']).toBe(String(raw.length));
    }
    expect((await ask({})).encoding).toBeUndefined();
    expect((await ask({ 'accept-encoding': 'gzip;q=0' })).encoding).toBeUndefined();
    expect((await ask(gzip, '/graphql', '{ __typename }')).encoding).toBeUndefined();
  });

  it('are never compressed for a client, whose answers hold more than everybody may have', async () => {
    const authorization = `Bearer ${await tokenOf('school')}`;
    const asClient = { ...gzip, authorization, purpose: 'enrolment', ...occasion };
    for (const text of [query, query]) {
      const { statusCode, encoding, headers } = await ask(asClient, '/graphql', text);
      expect([statusCode, encoding, headers['vary']]).toEqual([200, undefined, undefined]);
    }
  });

  it('are never compressed by the administration', async () => {
    const authorization = `Bearer ${await tokenOf('authority', forAdmin)}`;
    const { statusCode, encoding } = await ask({ ...gzip, authorization }, '/admin/graphql');
    expect([statusCode, encoding]).toEqual([200, undefined]);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('of static files are compressed as asked: %j', async (accepted, encoding) => {
    const { statusCode, headers } = await gateway.app.inject({
      url: '/explorer/main.js',
      headers: { 'accept-encoding': accepted },
    });
    expect([statusCode, headers['content-encoding']]).toEqual([200, encoding]);
    expect(headers['content-type']).toMatch(/javascript/);
    expect(headers['vary']).toBe('accept-encoding');
  });
});

it.each([
  ['gzip', true],
  ['GZIP;q=0.5', true],
  ['deflate, gzip;q=1.0, *;q=0.5', true],
  ['*', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000, *', false],
  ['*;q=0', false],
  ['br', false],
  ['xgzip', false],
  ['', false],
  [undefined, false],
])('accept-encoding: %s', (accepted, expected) => {
  expect(takesGzip(accepted)).toBe(expected);
});
