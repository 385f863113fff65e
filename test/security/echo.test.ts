import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

/** Stands for what must not come back: an ID number typed into the wrong place. */
const secret = 'SECRET370202199003071233';
const digits = '370202199003071233';

async function expectNoEcho(payload: string | object, headers: Record<string, string> = {}) {
  const answer = await gateway.post(asSchool, payload, headers);
  const told = answer.text + JSON.stringify(answer.headers);
  expect(told).not.toContain(secret);
  expect(told).not.toContain(digits);
  expect(answer.body.data).toBeUndefined();
  const record = readFileSync(join(gateway.dir, 'record.jsonl'), 'utf8');
  expect(record).not.toContain(secret);
  expect(record).not.toContain(digits);
  return [answer.status, ...codesOf(answer.body)];
}

const list = 'query ($n: Int!) { residents(first: $n) { nodes { name } } }';
const lookup = 'query ($idNo: ID!) { resident(idNo: $idNo) { name } }';
const filtered = 'query ($where: ResidentWhere!) { residents(where: $where) { nodes { name } } }';

describe('a wrong variable is refused without being told', () => {
  it.each<[string, string, object]>([
    ['a text for an Int!', list, { n: secret }],
    ['a list for an Int!', list, { n: [secret] }],
    ['an object for an Int!', list, { n: { [secret]: secret } }],
    ['a number that has lost digits for a text key', lookup, { idNo: 370202199003071200 }],
    ['a list for a text key', lookup, { idNo: [secret] }],
    ['an object for a text key', lookup, { idNo: { eq: secret } }],
    ['a boolean for a text key', lookup, { idNo: true }],
    ['a text for a condition', filtered, { where: secret }],
    ['a field that is none', filtered, { where: { [secret]: { eq: secret } } }],
    ['an operator that is none', filtered, { where: { name: { [secret]: secret } } }],
    ['a text for a Date', filtered, { where: { birthDate: { eq: secret } } }],
    ['a Date that is none', filtered, { where: { birthDate: { in: ['1990-03-07', secret] } } }],
    ['an object for a text', filtered, { where: { name: { eq: { secret } } } }],
    ['absent, beside one that is not declared', lookup, { [secret]: secret }],
  ])('%s', async (_what, query, variables) => {
    expect(await expectNoEcho({ query, variables })).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('and is named, with its type', async () => {
    const { body } = await gateway.post(asSchool, { query: list, variables: { n: 'nope' } });
    expect(body.errors?.[0]?.message).toBe(
      'Variable "$n" must fit its type Int!; what stands at "$n" does not.',
    );
  });
});

describe('a wrong document is refused without its literals being told', () => {
  const validation = 'GRAPHQL_VALIDATION_FAILED';

  it.each<[string, string, string]>([
    ['a syntax error', `{ resident(idNo: "${secret}" { name } }`, 'GRAPHQL_PARSE_FAILED'],
    ['a syntax error at a name', `{ resident(idNo: "x") } } ${secret}`, 'GRAPHQL_PARSE_FAILED'],
    ['a text without an end', `{ resident(idNo: "${secret}`, 'GRAPHQL_PARSE_FAILED'],
    ['a wrong escape', `{ resident(idNo: "\\q${secret}") { name } }`, 'GRAPHQL_PARSE_FAILED'],
    ['no document', `"${secret}"`, 'GRAPHQL_PARSE_FAILED'],
    ['a Float for a text key', `{ resident(idNo: ${digits}.5) { name } }`, validation],
    ['an enum for a text key', `{ resident(idNo: ${secret}) { name } }`, validation],
    ['a list for a text key', `{ resident(idNo: ["${secret}"]) { name } }`, validation],
    ['an object for a text key', `{ resident(idNo: { a: "${secret}" }) { name } }`, validation],
    ['a text for an Int', `{ residents(first: "${secret}") { nodes { name } } }`, validation],
    ['a long number for an Int', `{ residents(first: ${digits}) { nodes { name } } }`, validation],
    [
      'a Date that is none',
      `{ residents(where: { birthDate: { eq: "${secret}" } }) { nodes { name } } }`,
      validation,
    ],
    [
      'an argument that is none',
      `{ resident(idNo: "${secret}", other: "${secret}") { name } }`,
      validation,
    ],
    [
      'an argument twice',
      `{ resident(idNo: "${secret}", idNo: "${digits}") { name } }`,
      validation,
    ],
    [
      'a directive that is none',
      `{ resident(idNo: "x") { name @other(is: "${secret}") } }`,
      validation,
    ],
    [
      'a condition for @include',
      `{ resident(idNo: "x") { name @include(if: "${secret}") } }`,
      validation,
    ],
    [
      'a default that does not fit',
      `query ($n: Int! = "${secret}") { residents(first: $n) { nodes { name } } }`,
      validation,
    ],
    [
      'fields that do not merge',
      `{ resident(idNo: "${secret}") { name } resident(idNo: "${digits}") { name } }`,
      validation,
    ],
    [
      'a variable that is not used',
      `query ($n: String = "${secret}") { residents { nodes { name } } }`,
      validation,
    ],
    ['a field that is none', `{ resident(idNo: "${secret}") { nothing } }`, validation],
  ])('%s', async (_what, query, code) => {
    const [status, ...codes] = await expectNoEcho({ query });
    expect([status, new Set(codes)]).toEqual([400, new Set([code])]);
  });
});

describe('a wrong request is refused without a word of it', () => {
  const query = '{ __typename }';

  it.each<[string, string | object, Record<string, string>, number, string]>([
    ['a body that is no JSON', `{"query": "${secret}`, {}, 400, 'BAD_USER_INPUT'],
    ['a body of JSON that is a text', `"${secret}"`, {}, 400, 'BAD_USER_INPUT'],
    [
      'an unknown operation name',
      { query, operationName: secret },
      {},
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['variables that are a text', { query, variables: secret }, {}, 400, 'BAD_USER_INPUT'],
    ['variables that are a list', { query, variables: [secret] }, {}, 400, 'BAD_USER_INPUT'],
    ['a query that is an object', { query: { secret } }, {}, 400, 'BAD_USER_INPUT'],
    ['extensions that are a text', { query, extensions: secret }, {}, 400, 'BAD_USER_INPUT'],
    [
      'an unknown content type',
      secret,
      { 'content-type': `application/${secret}` },
      415,
      'BAD_USER_INPUT',
    ],
    ['a content type that is none', secret, { 'content-type': secret }, 415, 'BAD_USER_INPUT'],
    [
      'a form',
      `query=${secret}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'BAD_USER_INPUT',
    ],
    ['plain text', secret, { 'content-type': 'text/plain' }, 415, 'BAD_USER_INPUT'],
    ['a purpose that is none', { query }, { purpose: secret }, 403, 'PURPOSE_NOT_VALID'],
    ['a credential that is none', { query }, { authorization: secret }, 401, 'UNAUTHENTICATED'],
    [
      'a token that is none',
      { query },
      { authorization: `Bearer ${secret}.a.b` },
      401,
      'UNAUTHENTICATED',
    ],
  ])('%s', async (_what, payload, headers, status, code) => {
    expect(await expectNoEcho(payload, headers)).toEqual([status, code]);
  });

  it.each(['/', '/graphql/', '/explorer/', '/%'])(
    'an address that is none, after %s',
    async (before) => {
      const known = gateway.entries().length;
      const { statusCode, body, headers } = await gateway.app.inject({
        method: 'GET',
        url: `${before}${secret}?idNo=${secret}`,
      });
      expect([400, 404]).toContain(statusCode);
      expect(body + JSON.stringify(headers)).not.toContain(secret);
      expect(JSON.parse(body)).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      });
      expect(gateway.entries().slice(known)).toMatchObject([{ status: statusCode, client: null }]);
      expect(JSON.stringify(gateway.entries())).not.toContain(secret);
    },
  );
});

describe('a right request leaves no value on record', () => {
  it('neither of what was asked nor of what was answered', async () => {
    const query = `query ($idNo: ID!) { a: resident(idNo: $idNo) { name birthDate division { name } } b: resident(idNo: "${digits}") { name } }`;
    for (const as of [asSchool, asFund]) {
      const { body } = await gateway.ask(as, query, { idNo: digits });
      expect(body.data).toMatchObject({ a: { division: { name: '市南区' } } });
    }
    const record = readFileSync(join(gateway.dir, 'record.jsonl'), 'utf8');
    // A year by itself: within the hashes of the chain, its digits are there by chance.
    expect(record.match(/370202199003071233|张|市南|\b1990\b|佛教|香港中路/g)).toBeNull();
  });
});
