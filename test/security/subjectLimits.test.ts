import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutChance, withoutRequestId } from '../support/alike.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';
import { asSchoolVerifier, asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

const zhang = '370202199003071233';
const li = '370203198512121510';
const nobody = '370202199003079999';
const most = 3;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openTestGateway({
    policy: verifyPolicy(),
    limits: { maxSubjectLookups: most },
  });
});
afterEach(() => gateway.close());

const lookup = (idNo: string) => `{ resident(idNo: "${idNo}") { name } }`;
const verify = (idNo: string) =>
  `{ verifyResident(idNo: "${idNo}", claims: { name: "张小三", birthDate: "1990-03-07" }) { result } }`;

async function expectAnswered(as: As, query: string): Promise<void> {
  const { status, body } = await gateway.ask(as, query);
  expect([status, codesOf(body)]).toEqual([200, []]);
}

/** The refusal is whole: no data, no statement, no key, and on record. */
async function expectRefused(as: As, query: string): Promise<string> {
  const before = gateway.statements.length;
  const { status, body, text } = await gateway.ask(as, query);
  expect([status, codesOf(body), body.data]).toEqual([429, ['QUOTA_EXCEEDED'], undefined]);
  expect(withoutChance(text)).not.toMatch(/37020|张小三/);
  expect(gateway.statements).toHaveLength(before);
  const { requestId } = body.extensions!.tongdao;
  expect(gateway.entries().at(-1)).toMatchObject({
    requestId,
    outcome: 'QUOTA_EXCEEDED',
    status: 429,
    client: as?.client,
    reads: [],
    statements: 0,
  });
  return withoutRequestId(text);
}

async function exhaust(as: As, query: string): Promise<void> {
  for (let count = 0; count < most; count += 1) await expectAnswered(as, query);
}

describe('one person, asked for under one grant in one day', () => {
  it('is looked up so often and no more, by whichever lane', async () => {
    await exhaust(asFund, lookup(zhang));
    await expectRefused(asFund, lookup(zhang));
    await expectRefused(asFund, `${lookup(zhang)} # not asked before`);
  });

  it('is verified so often and no more: claims cannot be tried out', async () => {
    await exhaust(asVerifier, verify(zhang));
    await expectRefused(asVerifier, verify(zhang));
  });

  it('is refused alike, to the byte, whether or not there is such a person, in scope or out', async () => {
    const refusals: string[] = [];
    // The last is there, but in no district of the school's.
    for (const idNo of [zhang, nobody, '370211197001010018']) {
      await exhaust(asSchool, lookup(idNo));
      refusals.push(await expectRefused(asSchool, lookup(idNo)));
    }
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toContain(
      'Under one grant, each person or body is looked up and verified at most 3 times a day, found or not; this request would go beyond that for one of its keys. Ask for it another day.',
    );
  });

  it('leaves others to be asked for, and the same person under another grant of the same client', async () => {
    await exhaust(asVerifier, verify(zhang));
    await expectRefused(asVerifier, verify(zhang));
    await expectAnswered(asVerifier, verify(li));
    await expectAnswered(asFund, lookup(zhang));
    await expectAnswered(asSchoolVerifier, verify(zhang));
  });

  it('is counted together, looked up or verified', async () => {
    const as = { client: 'school', purpose: 'check-and-see' };
    await expectAnswered(as, lookup(zhang));
    await expectAnswered(
      as,
      `{ verifyResident(idNo: "${zhang}", claims: { name: "x" }) { result } }`,
    );
    await expectAnswered(as, `{ residentsByIdNo(idNos: ["${zhang}"]) { name } }`);
    await expectRefused(as, lookup(zhang));
  });
});

describe('a request', () => {
  const batch = (...idNos: readonly string[]) =>
    `{ residentsByIdNo(idNos: ${JSON.stringify(idNos)}) { name } }`;

  it('counts each alias and each repeated key', async () => {
    await expectRefused(asFund, batch(zhang, zhang, zhang, zhang));
    const alias = (name: string) => `${name}: resident(idNo: "${zhang}") { name }`;
    await expectRefused(asFund, `{ ${['a', 'b', 'c', 'd'].map(alias).join(' ')} }`);
    await expectAnswered(asFund, batch(zhang, zhang, zhang));
    await expectRefused(asFund, lookup(zhang));
  });

  it('that is refused is refused whole, and counts for nobody', async () => {
    await exhaust(asFund, lookup(zhang));
    for (let count = 0; count < 2 * most; count += 1) await expectRefused(asFund, batch(li, zhang));
    await exhaust(asFund, lookup(li));
    await expectRefused(asFund, lookup(li));
  });

  it('that is refused for another reason counts for nobody either', async () => {
    const without = { 'case-reference': undefined };
    for (let count = 0; count < 2 * most; count += 1) {
      const { body } = await gateway.post(asFund, { query: lookup(zhang) }, without);
      expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    }
    await exhaust(asFund, lookup(zhang));
  });

  it('for what is about nobody, or for a list, is not counted', async () => {
    for (let count = 0; count < 2 * most; count += 1) {
      await expectAnswered(asFund, '{ division(code: "370202") { name } }');
      await expectAnswered(asFund, '{ residents { nodes { name } } }');
      await expectAnswered(null, '{ division(code: "370202") { name } }');
    }
  });
});
