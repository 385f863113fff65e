import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

describe('no answer suggests what else there is', () => {
  it.each([
    '{ residentz { nodes { name } } }',
    '{ residents { nodes { nam } } }',
    '{ residents(wher: {}) { nodes { name } } }',
    '{ residents(where: { divisionCod: { eq: "1" } }) { nodes { name } } }',
    '{ residents(where: { divisionCode: { eqq: "1" } }) { nodes { name } } }',
    '{ residents { nodes { ... on Residen { name } } } }',
    'query ($w: ResidentWher) { residents(where: $w) { nodes { name } } }',
    '{ residents { nodes { name @skp(if: true) } } }',
    '{ residents { nodes { name @skip(iff: true) } } }',
    '{ residents { nodes { division } } }',
    '{ residents }',
    '{ residents { nodes { name { first } } } }',
  ])('%s', async (query) => {
    const { body, text } = await gateway.ask(asSchool, query);
    expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(text).not.toMatch(/did you mean|suggest/i);
    expect(gateway.statements).toEqual([]);
  });
});
