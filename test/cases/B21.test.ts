import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
import { asSchool } from '../support/testGateway.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const digits = '370202199003071233';

describe('B21: a typo in an admin query', () => {
  it('is no matter where there is none', async () => {
    const { body } = await gateway.administer('authority', '{ clients { id } }');
    expect(body.data?.['clients']).toContainEqual({ id: 'school' });
  });

  it.each([
    ['{ clientz { id } }', 'Cannot query field "clientz" on type "Query". Did you mean "clients"?'],
    ['{ clients { idd } }', 'Cannot query field "idd" on type "Client". Did you mean "id"?'],
    [
      'mutation { removeRul(id: "R-1") { id } }',
      'Cannot query field "removeRul" on type "Mutation". Did you mean "removeRule"?',
    ],
    [
      '{ clients }',
      'Field "clients" of type "[Client!]!" must have a selection of subfields. Did you mean "clients { ... }"?',
    ],
    [
      '{ record(lats: 5) { matched } }',
      'Unknown argument "lats" on field "Query.record". Did you mean "last"?',
    ],
  ])('%s is answered by its name, and what may be meant', async (query, message) => {
    const { body, status, code } = await gateway.administer('authority', query);
    expect([status, code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    expect(body.errors?.[0]).toMatchObject({ message, locations: [{ line: 1 }] });
    expect(gateway.entries().at(-1)).toMatchObject({
      administrator: 'authority',
      action: null,
      outcome: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  it('each of several is told', async () => {
    const { body } = await gateway.administer('authority', '{ clients { idd agencyy { code } } }');
    expect(body.errors).toHaveLength(2);
  });

  it('a value that does not fit is not told', async () => {
    for (const query of [
      `{ record(last: "${digits}") { matched } }`,
      `{ record(where: { client: ${digits} }) { matched } }`,
      `mutation { removeRule(id: {a: "${digits}"}) { id } }`,
    ]) {
      const { code, text } = await gateway.administer('authority', query);
      expect([query, code]).toEqual([query, 'GRAPHQL_VALIDATION_FAILED']);
      expect(text).not.toContain(digits);
    }
  });

  it('a variable that does not fit is told by its place', async () => {
    const query = 'query ($last: Int!) { record(last: $last) { matched } }';
    const { body, text } = await gateway.administer('authority', query, { last: digits });
    expect(body.errors?.[0]?.message).toBe(
      'Variable "$last" must fit its type Int!; what stands at "$last" does not.',
    );
    expect(text).not.toContain(digits);
  });

  it('a requester is told nothing of what may be meant', async () => {
    const { body } = await gateway.ask(asSchool, '{ residentz { nodes { name } } }');
    expect(body.errors?.[0]?.message).toBe('Cannot query field "residentz" on type "Query".');
  });
});
