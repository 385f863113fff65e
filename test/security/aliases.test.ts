import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';
import { asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({
    limits: { maxCost: 20 },
    policy: verifyPolicy(),
  });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const zhang = '370202199003071233';
const keys = (count: number) => JSON.stringify(Array.from({ length: count }, (_, at) => `k${at}`));
const single = (at: number) => `a${at}: resident(idNo: "k${at}") { name }`;
const times = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ');

async function expectExceeded(query: string, as: As = asFund) {
  gateway.statements.length = 0;
  const { status, body } = await gateway.ask(as, query);
  expect([status, new Set(codesOf(body)), body.data]).toEqual([
    400,
    new Set(['LIMIT_EXCEEDED']),
    undefined,
  ]);
  expect(gateway.statements).toEqual([]);
}

async function expectTried(query: string, tried: number, as: As = asFund) {
  const { status, body } = await gateway.ask(as, query);
  expect([status, codesOf(body)]).toEqual([200, []]);
  const [read] = gateway.entries().at(-1)?.reads ?? [];
  expect(read).toMatchObject({ resource: 'Resident', rows: 0, keys: tried });
}

describe('alias amplification (Directus CVE-2026-35441)', () => {
  it('is charged for each alias and each key, those that find no one too', async () => {
    // Ten root fields are the most; 8 + 12 rows are the cost that is let through.
    const eight = times(8, single);
    await expectTried(`{ ${eight} b: residentsByIdNo(idNos: ${keys(12)}) { name } }`, 20);
    await expectExceeded(`{ ${eight} b: residentsByIdNo(idNos: ${keys(13)}) { name } }`);
    await expectExceeded(`{ ${times(11, single)} }`);
  });

  it('is charged by aliases of lookups of many keys as by one of them', async () => {
    const many = (count: number) => (at: number) =>
      `b${at}: residentsByIdNo(idNos: ${keys(count)}) { name }`;
    await expectTried(`{ ${times(4, many(5))} }`, 20);
    await expectExceeded(`{ ${times(4, many(5))} c: resident(idNo: "k") { name } }`);
  });

  it('is charged for a key that is asked twice, and for what each row leads to', async () => {
    const twice = JSON.stringify(Array.from({ length: 21 }, () => 'k'));
    await expectExceeded(`{ residentsByIdNo(idNos: ${twice}) { name } }`);
    await expectTried(`{ residentsByIdNo(idNos: ${keys(10)}) { name division { name } } }`, 10);
    await expectExceeded(`{ residentsByIdNo(idNos: ${keys(11)}) { name division { name } } }`);
  });
});

describe('alias amplification (Directus CVE-2026-35441) of verifications', () => {
  const claims = 'claims: { name: "x", birthDate: "2000-01-01" }';
  const many = (count: number) =>
    times(count, (at) => `{ idNo: "k${at}", ${claims} }`).replaceAll('} {', '}, {');
  const batch = (count: number) => `b: verifyResidents(claims: [${many(count)}]) { result }`;
  const one = (at: number) => `a${at}: verifyResident(idNo: "k${at}", ${claims}) { result }`;

  it('is charged for each alias and each that is claimed, those that find no one too', async () => {
    await expectTried(`{ ${times(8, one)} ${batch(12)} }`, 20, asVerifier);
    await expectExceeded(`{ ${times(8, one)} ${batch(13)} }`, asVerifier);
    await expectExceeded(`{ ${batch(21)} }`, asVerifier);
  });
});

describe('aliases that defeat a check (Directus CVE-2024-34708)', () => {
  const aliased = '{ name: idNo idNo: name birthDate: birthDate clear: birthDate }';
  const shown = {
    name: '370***********1233',
    idNo: '张*三',
    birthDate: '1990',
    clear: '1990',
  };

  it.each([
    ['a lookup', `x: resident(idNo: "${zhang}") ${aliased}`, shown],
    ['a lookup of many keys', `x: residentsByIdNo(idNos: ["${zhang}"]) ${aliased}`, [shown]],
    ['a list', `x: residents(first: 1) { y: nodes ${aliased} }`, { y: [shown] }],
  ])('leave a masked value masked, under whatever name: of %s', async (_what, root, expected) => {
    const { body, text } = await gateway.ask(asFund, `{ ${root} }`);
    expect(body.data).toEqual({ x: expected });
    expect(text).not.toMatch(/张小三|1990-03|370202199003071233/);
  });

  it('make nothing of what is withheld, by the name of a field that is shown', async () => {
    const query = `{ residentsByIdNo(idNos: ["${zhang}"]) { name: faith } }`;
    const { body } = await gateway.ask(asSchool, query);
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(gateway.statements).toEqual([]);
  });

  it('do not give a lookup the name of a list, whose occasion nobody states', async () => {
    const without = { 'acting-user': undefined, 'case-reference': undefined };
    const query = `{ residents: residentsByIdNo(idNos: ["${zhang}"]) { name } }`;
    const { body } = await gateway.post(asSchool, { query }, without);
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.statements).toEqual([]);
  });
});
