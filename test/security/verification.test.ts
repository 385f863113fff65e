import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';
import { asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ policy: verifyPolicy() });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const zhang = '370202199003071233';
const verify = (claims: string, selection = '{ result }') =>
  `{ verifyResident(idNo: "${zhang}", claims: ${claims}) ${selection} }`;
const held = '{ name: "张小三", birthDate: "1990-03-07" }';

async function expectRefused(as: Parameters<TestGateway['ask']>[0], query: string, code: string) {
  const { body, text } = await gateway.ask(as, query);
  expect([new Set(codesOf(body)), body.data]).toEqual([new Set([code]), undefined]);
  expect(text).not.toMatch(/张小三|1990-03/);
  expect(gateway.statements).toEqual([]);
}

describe('what is verified is the grant’s fixed set, no more and no less', () => {
  it.each([
    ['one claim left out', '{ name: "张小三" }'],
    ['a claim that was not granted', `{ ${held.slice(1, -1)}, address: "香港中路11号" }`],
    ['a claim that is not shared with anybody', `{ ${held.slice(1, -1)}, faith: "佛教" }`],
    ['a claim that does not exist', `{ ${held.slice(1, -1)}, fate: "x" }`],
    ['a claim of nothing', '{ name: "张小三", birthDate: null }'],
    ['a claim of another type', '{ name: "张小三", birthDate: "1990-03" }'],
    ['no claims', '{}'],
  ])('%s is refused before a source is asked', (_what, claims) =>
    expectRefused(asVerifier, verify(claims), 'GRAPHQL_VALIDATION_FAILED'),
  );

  it('a claim that is hidden is refused as one that does not exist is', async () => {
    const [hidden, unknown] = await Promise.all(
      ['faith', 'fatex'].map((name) =>
        gateway.ask(asVerifier, verify(`{ ${held.slice(1, -1)}, ${name}: "x" }`)),
      ),
    );
    const messages = [hidden, unknown].map((one) => JSON.stringify(one?.body.errors));
    expect(messages[0]?.replaceAll('faith', 'fatex')).toBe(messages[1]);
  });

  it('as variables, too, which are told by their place and never by their value', async () => {
    const query = `query ($claims: [ResidentClaimsByIdNo!]!) { verifyResidents(claims: $claims) { result } }`;
    const ask = (of: object) => gateway.ask(asVerifier, query, { claims: [of] });
    const { body, text } = await ask({
      idNo: zhang,
      claims: { name: '张小三', birthDate: '1990-03-07x' },
    });
    expect(body.errors?.[0]?.message).toContain('"$claims.0.claims.birthDate"');
    expect(text).not.toMatch(/张小三|1990-03/);
    const malformed = await ask({
      idNo: 'x\ud800',
      claims: { name: '张小三', birthDate: '1990-03-07' },
    });
    expect(malformed.body.errors?.[0]?.message).toBe(
      'Argument "claims" of "verifyResidents" takes well-formed keys of their type; what stands at 0 is none.',
    );
    expect(gateway.statements).toEqual([]);
  });
});

describe('a verification shows nothing', () => {
  it('of the resource: it has no type, no lookup and no list in that contract', async () => {
    const { body } = await gateway.ask(asVerifier, '{ __type(name: "Resident") { name } }');
    expect(body.data).toEqual({ __type: null });
    await expectRefused(
      asVerifier,
      `{ resident(idNo: "${zhang}") { name } }`,
      'GRAPHQL_VALIDATION_FAILED',
    );
    await expectRefused(
      asVerifier,
      '{ residents { nodes { name } } }',
      'GRAPHQL_VALIDATION_FAILED',
    );
    await expectRefused(asVerifier, verify(held, '{ result name }'), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('and is not had by who was granted to look, but not to verify', async () => {
    await expectRefused(asFund, verify(held), 'GRAPHQL_VALIDATION_FAILED');
    await expectRefused(asSchool, verify(held), 'GRAPHQL_VALIDATION_FAILED');
  });

  it('of what was claimed, in the record: the fields, and how many keys were tried', async () => {
    await gateway.ask(
      asVerifier,
      `{ a: ${verify(held).slice(2, -2)} b: ${verify('{ name: "x", birthDate: "2000-01-01" }').slice(2, -2)} }`,
    );
    const entry = gateway.entries().at(-1);
    expect(entry).toMatchObject({ outcome: 'OK', statements: 2 });
    expect(entry?.reads).toEqual([
      {
        resource: 'Resident',
        fields: { name: 'VERIFY', birthDate: 'VERIFY' },
        rows: 2,
        keys: 2,
      },
    ]);
    const record = readFileSync(join(gateway.dir, 'record.jsonl'), 'utf8');
    expect(record).not.toMatch(/张小三|1990-03-07|370202199003071233|NO_MATCH/);
  });

  it('beside what is shown of the same field, both are on record', async () => {
    const as = { client: 'school', purpose: 'check-and-see' };
    const query = `{ resident(idNo: "${zhang}") { name }
      verifyResident(idNo: "${zhang}", claims: { name: "张小三" }) { result } }`;
    const { body } = await gateway.ask(as, query);
    expect(body.data).toEqual({ resident: { name: '张*三' }, verifyResident: { result: 'MATCH' } });
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Resident', fields: { name: 'MASKED(NAME) VERIFY' }, rows: 2, keys: 2 },
    ]);
  });
});

describe('a verification at level L3', () => {
  it('needs who acts and for which case', async () => {
    const without = { 'acting-user': undefined, 'case-reference': undefined };
    const { body } = await gateway.post(asVerifier, { query: verify(held) }, without);
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.statements).toEqual([]);
  });
});

describe('rules take a verification away', () => {
  it.each([
    ['SUSPEND', { kind: 'SUSPEND' }],
    ['WITHHOLD of its key', { kind: 'WITHHOLD', field: 'idNo' }],
    // Of two claims that must both hold, an answer tells less than of the one that remains.
    ['WITHHOLD of one of its claims', { kind: 'WITHHOLD', field: 'birthDate' }],
  ] as const)('%s', async (_what, rule) => {
    const tightened = await openTestGateway({
      policy: verifyPolicy([{ id: 'R-1', resource: 'Resident', ...rule }]),
    });
    try {
      for (const claims of [held, '{ name: "张小三" }']) {
        const { body } = await tightened.ask(asVerifier, verify(claims));
        expect(new Set(codesOf(body))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
      }
      expect(tightened.statements).toEqual([]);
    } finally {
      await tightened.close();
    }
  });

  it('but not a mask, nor fewer rows, outside of which nobody matches', async () => {
    const tightened = await openTestGateway({
      policy: verifyPolicy([
        { id: 'R-1', kind: 'MASK', resource: 'Resident', field: 'name', mask: 'REDACT' },
        {
          id: 'R-2',
          kind: 'ROWS',
          resource: 'Resident',
          rows: { divisionCode: { eq: '370203' } },
        },
      ]),
    });
    try {
      const { body } = await tightened.ask(asVerifier, verify(held));
      expect(body.data).toEqual({ verifyResident: { result: 'NO_MATCH' } });
      const li = `{ verifyResident(idNo: "370203198512121510", claims: { name: "李四", birthDate: "1985-12-12" }) { result } }`;
      const inScope = await tightened.ask(asVerifier, li);
      expect(inScope.body.data).toEqual({ verifyResident: { result: 'MATCH' } });
    } finally {
      await tightened.close();
    }
  });
});
