import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { tokenOf } from '../support/testClients.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ maxBodySize: 5_000 });
});
afterAll(() => gateway.close());

const query = '{ residents { nodes { name birthDate division { name } } } }';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

type Asked = Promise<{ readonly status: number } | { readonly statusCode: number }>;

async function inject(method: 'GET' | 'HEAD' | 'OPTIONS' | 'PUT' | 'POST', url: string) {
  const authorization = `Bearer ${await tokenOf('school')}`;
  return gateway.app.inject({
    method,
    url,
    headers: { authorization, purpose: 'enrolment' },
  });
}

describe('every request leaves one entry, whatever becomes of it', () => {
  const ofSchool = { client: 'school', agency: 'qd-education', purpose: 'enrolment', grant: 'G-1' };
  const ofNoOne = { client: null, agency: null, purpose: null, grant: null };

  it.each<[string, () => Asked, object]>([
    ['an answer', () => gateway.ask(asSchool, query), { ...ofSchool, outcome: 'OK', status: 200 }],
    [
      'an answer to the public',
      () => gateway.ask(null, '{ __typename }'),
      { ...ofNoOne, outcome: 'OK', status: 200 },
    ],
    [
      'introspection',
      () => gateway.ask(asSchool, '{ __schema { queryType { name } } }'),
      { ...ofSchool, outcome: 'OK', reads: [] },
    ],
    [
      'a syntax error',
      () => gateway.ask(asSchool, '{'),
      { ...ofSchool, outcome: 'GRAPHQL_PARSE_FAILED', status: 400 },
    ],
    [
      'a validation error',
      () => gateway.ask(asSchool, '{ faith }'),
      { ...ofSchool, outcome: 'GRAPHQL_VALIDATION_FAILED', status: 400 },
    ],
    [
      'a wrong variable',
      () =>
        gateway.ask(asSchool, 'query ($n: Int!) { residents(first: $n) { nodes { name } } }', {
          n: 'x',
        }),
      { ...ofSchool, outcome: 'BAD_USER_INPUT', status: 400 },
    ],
    [
      'a limit',
      () => gateway.ask(asSchool, '{ residents(first: 501) { nodes { name } } }'),
      { ...ofSchool, outcome: 'LIMIT_EXCEEDED', status: 400 },
    ],
    [
      'an unnamed operation',
      () => gateway.ask(asSchool, 'query A { __typename } query B { __typename }'),
      { ...ofSchool, outcome: 'OPERATION_RESOLUTION_FAILURE', status: 400 },
    ],
    [
      'a persisted query',
      () => gateway.post(asSchool, { extensions: { persistedQuery: {} } }),
      { ...ofSchool, outcome: 'PERSISTED_QUERY_NOT_SUPPORTED', status: 400 },
    ],
    [
      'a body that is no JSON',
      () => gateway.post(asSchool, '{'),
      { ...ofSchool, outcome: 'BAD_USER_INPUT', status: 400 },
    ],
    [
      'a large body',
      () => gateway.post(asSchool, { query, pad: 'x'.repeat(5_000) }),
      { ...ofSchool, outcome: 'LIMIT_EXCEEDED', status: 413 },
    ],
    [
      'a form',
      () => gateway.post(asSchool, 'a=b', form),
      { ...ofSchool, outcome: 'BAD_USER_INPUT', status: 415 },
    ],
    [
      'a wrong credential',
      () => gateway.post(asSchool, { query }, { authorization: 'Bearer a.b.c' }),
      { ...ofNoOne, outcome: 'UNAUTHENTICATED', status: 401 },
    ],
    [
      'a wrong purpose',
      () => gateway.post(asSchool, { query }, { purpose: 'other' }),
      { purpose: null, grant: null, outcome: 'PURPOSE_NOT_VALID', status: 403 },
    ],
    [
      'no purpose',
      () => gateway.post(asSchool, { query }, { purpose: '' }),
      { purpose: null, grant: null, outcome: 'PURPOSE_REQUIRED', status: 400 },
    ],
    [
      'another address',
      () => inject('GET', '/residents/370202199003071233'),
      { ...ofNoOne, status: 404 },
    ],
    ['another address, by POST', () => inject('POST', '/graphql/v2'), { ...ofNoOne, status: 404 }],
    ['another method', () => inject('PUT', '/graphql'), { ...ofNoOne, reads: [] }],
    ['OPTIONS', () => inject('OPTIONS', '/graphql'), { ...ofNoOne, reads: [] }],
    [
      'an operation by GET',
      () => inject('GET', `/graphql?query=${encodeURIComponent(query)}`),
      { status: 405, reads: [] },
    ],
    [
      'an operation by HEAD',
      () => inject('HEAD', `/graphql?query=${encodeURIComponent(query)}`),
      { status: 405, reads: [] },
    ],
  ])('%s', async (_what, ask, expected) => {
    const known = gateway.entries().length;
    const answer = await ask();
    const added = gateway.entries().slice(known);
    expect(added).toMatchObject([expected]);
    expect(added[0]?.status).toBe('status' in answer ? answer.status : answer.statusCode);
  });

  it('and health, and the explorer, which hold nothing of any agency, leave none', async () => {
    const known = gateway.entries().length;
    for (const url of ['/healthz', '/readyz', '/explorer/config.json']) {
      expect((await inject('GET', url)).statusCode).toBe(200);
    }
    expect(gateway.entries().length).toBe(known);
  });
});

describe('an entry', () => {
  it('tells who, why, by which policy, what and how much', async () => {
    await gateway.ask(asFund, query);
    const entry = gateway.entries().at(-1);
    expect(entry).toEqual({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      client: 'fund',
      agency: 'qd-housing-fund',
      purpose: 'withdrawal',
      actingUser: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      caseReference: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      grant: 'G-2',
      policy: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      catalog: gateway.catalog.version,
      contract: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      operation: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      reads: [
        {
          resource: 'Resident',
          fields: { name: 'MASKED(NAME)', birthDate: 'MASKED(YEAR)' },
          rows: 5,
        },
        { resource: 'Division', fields: { name: 'CLEAR' }, rows: 3 },
      ],
      statements: 2,
      administrator: null,
      action: null,
      outcome: 'OK',
      status: 200,
    });
  });

  it('tells operations apart by what they ask, not by their literals', async () => {
    const hashOf = async (text: string) => {
      await gateway.ask(asFund, text);
      return gateway.entries().at(-1)?.operation;
    };
    const one = await hashOf('{ resident(idNo: "370202199003071233") { name } }');
    expect(await hashOf('{ resident(idNo: "370203198512121510") { name } }')).toBe(one);
    expect(await hashOf('{ resident(idNo: "") { name } } # 370202199003071233')).toBe(one);
    expect(await hashOf('{ resident(idNo: "") { name address } }')).not.toBe(one);
  });

  it('is linked to the one before it, and the whole record verifies', async () => {
    const file = join(gateway.dir, 'record.jsonl');
    const report = await gateway.verify();
    expect(report).toMatchObject({ lines: gateway.entries().length, damages: [], torn: 0 });
    expect(
      readFileSync(file, 'utf8').match(
        /张|李|欧阳|1990-03|市南|37020[0-9]{13}|Bearer|eyJhbGci|window|QD-2026/g,
      ),
    ).toBeNull();
  });
});
