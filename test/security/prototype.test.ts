import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const zhang = '370202199003071233';

/** What a poisoned prototype would show, here and in what is asked afterwards. */
async function expectNoHarm() {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  const { body } = await gateway.ask(asFund, `{ resident(idNo: "${zhang}") { name } }`);
  expect(body.data).toEqual({ resident: { name: '张*三' } });
}

describe('a key that JavaScript keeps for itself', () => {
  it.each([
    ['of the body', '{"query":"{ __typename }","__proto__":{"polluted":true}}'],
    [
      'of the variables',
      '{"query":"query ($x: ID) { __typename }","variables":{"__proto__":{"polluted":true}}}',
    ],
    [
      'deep in a variable',
      `{"query":"query ($w: ResidentWhere) { residents(where: $w) { nodes { name } } }","variables":{"w":{"divisionCode":{"__proto__":{"eq":"370202"}}}}}`,
    ],
    [
      'of the extensions',
      '{"query":"{ __typename }","extensions":{"__proto__":{"persistedQuery":{}}}}',
    ],
    [
      'by its other name',
      '{"query":"{ __typename }","constructor":{"prototype":{"polluted":true}}}',
    ],
  ])('%s is refused', async (_what, payload) => {
    const { status, body } = await gateway.post(asFund, payload);
    expect([status, codesOf(body), body.data]).toEqual([400, ['BAD_USER_INPUT'], undefined]);
    await expectNoHarm();
  });

  it('as an alias is refused, on every level', async () => {
    for (const query of [
      `{ __proto__: resident(idNo: "${zhang}") { name } }`,
      `{ resident(idNo: "${zhang}") { __proto__: name } }`,
      `{ resident(idNo: "${zhang}") { __proto__: division { polluted: name } } }`,
      `{ residents { __proto__: nodes { name } } }`,
      `{ __schema { __proto__: types { name } } }`,
      `{ resident(idNo: "${zhang}") { ...F } } fragment F on Resident { __proto__: name }`,
      `{ __anything: __typename }`,
    ]) {
      const { status, body } = await gateway.ask(asFund, query);
      expect([query, status, codesOf(body), body.data]).toEqual([
        query,
        400,
        ['GRAPHQL_VALIDATION_FAILED'],
        undefined,
      ]);
    }
    await expectNoHarm();
  });

  it('as the name of an operation or a fragment is a name', async () => {
    const query = `query __proto__ { ...__proto__ } fragment __proto__ on Query { resident(idNo: "${zhang}") { name } }`;
    const { body } = await gateway.post(asFund, { query, operationName: '__proto__' });
    expect(body.data).toEqual({ resident: { name: '张*三' } });
    await expectNoHarm();
  });

  it('as the name of a variable is a name, and its condition holds', async () => {
    const query = `query ($__proto__: ResidentWhere = { divisionCode: { eq: "370202" } }) { residents(where: $__proto__) { nodes { name } } }`;
    const { body } = await gateway.ask(asFund, query);
    // Never a list without the condition that was stated.
    expect(body.data).toEqual({ residents: { nodes: [{ name: '张*三' }, { name: '欧**月' }] } });
    await expectNoHarm();
  });

  it('lends no variable a value that was not given', async () => {
    const query = `query ($__proto__: ResidentWhere = { divisionCode: { eq: "370202" } }, $divisionCode: IDCondition) {
      a: residents(where: $__proto__) { nodes { name } }
      b: residents(where: { divisionCode: $divisionCode }) { nodes { name } } }`;
    const { body } = await gateway.ask(asFund, query);
    expect([codesOf(body), body.data]).toEqual([['BAD_USER_INPUT'], undefined]);
    await expectNoHarm();
  });

  it('as a field is unknown', async () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf']) {
      for (const query of [
        `{ ${name} }`,
        `{ resident(idNo: "${zhang}") { ${name} } }`,
        `{ residents(where: { ${name}: { eq: "1" } }) { nodes { name } } }`,
        `{ residents(${name}: 1) { nodes { name } } }`,
      ]) {
        const { status, body } = await gateway.ask(asSchool, query);
        expect([query, status, body.data]).toEqual([query, 400, undefined]);
      }
    }
    await expectNoHarm();
  });
});
