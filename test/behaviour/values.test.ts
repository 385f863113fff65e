import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asFund, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

describe('a null at the source', () => {
  it('stays null in clear and under a mask: a mask tells of values only', async () => {
    const { body } = await gateway.ask(
      asFund,
      '{ resident(idNo: "370211197001010018") { birthDate address } }',
    );
    expect(body).toMatchObject({ data: { resident: { birthDate: null, address: '****' } } });
    const { body: young } = await gateway.ask(
      asFund,
      '{ resident(idNo: "370202201509010022") { birthDate address } }',
    );
    expect(young).toMatchObject({ data: { resident: { birthDate: '2015', address: null } } });
    expect([body.errors, young.errors]).toEqual([undefined, undefined]);
  });
});
