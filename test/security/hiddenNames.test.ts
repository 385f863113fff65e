import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { withoutRequestId } from '../support/alike.js';
import {
  asFund,
  asSchool,
  openTestGateway,
  type As,
  type TestGateway,
} from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const divisionsOnly: As = { client: 'fund', purpose: 'divisions' };

/** Headers but for those that tell one answer from every other. */
function settled(headers: object): object {
  const entries = Object.entries(headers);
  return Object.fromEntries(entries.filter(([name]) => name !== 'request-id' && name !== 'date'));
}

/** What was refused of two operations that differ in a name of equal length only. */
async function expectAlike(as: As, hidden: string, operation: (name: string) => string) {
  const unknown = hidden.replaceAll(/[a-z]/g, 'q').replaceAll(/[A-Z]/g, 'Q');
  const one = await gateway.ask(as, operation(hidden));
  const other = await gateway.ask(as, operation(unknown));
  expect([one.status, one.body.data]).toEqual([other.status, other.body.data]);
  expect(withoutRequestId(one.text)).toBe(withoutRequestId(other.text).replaceAll(unknown, hidden));
  expect(settled(one.headers)).toEqual(settled(other.headers));
  expect(one.text).not.toMatch(/did you mean/i);
  expect(gateway.statements).toEqual([]);
  return one;
}

const refused = 'GRAPHQL_VALIDATION_FAILED';

describe('a name that is hidden and one that is unknown answer alike, to the byte', () => {
  it.each<[string, As, string, (name: string) => string]>([
    ['a field', asSchool, 'faith', (name) => `{ residents { nodes { ${name} } } }`],
    [
      'a field, beside known ones',
      asSchool,
      'sex',
      (name) => `{ residents { nodes { name ${name} idNo } } }`,
    ],
    [
      'a field that another may see',
      asSchool,
      'address',
      (name) => `{ residents { nodes { ${name} } } }`,
    ],
    [
      'a field with a selection',
      asSchool,
      'faith',
      (name) => `{ residents { nodes { ${name} { name } } } }`,
    ],
    [
      'a field with an argument',
      asSchool,
      'faith',
      (name) => `{ residents { nodes { ${name}(a: 1) } } }`,
    ],
    [
      'a field under an alias',
      asSchool,
      'faith',
      (name) => `{ residents { nodes { a: ${name} } } }`,
    ],
    [
      'a field in a fragment',
      asFund,
      'faith',
      (name) => `{ residents { nodes { ...F } } } fragment F on Resident { ${name} }`,
    ],
    [
      'a field that is skipped',
      asFund,
      'faith',
      (name) => `{ residents { nodes { name ${name} @skip(if: true) } } }`,
    ],
    [
      'a field of a mutation',
      asSchool,
      'faith',
      (name) => `mutation { residents { nodes { ${name} } } }`,
    ],
    [
      'a field of a subscription',
      asSchool,
      'faith',
      (name) => `subscription { residents { nodes { ${name} } } }`,
    ],
    [
      'a root field',
      null,
      'resident',
      (name) => `{ ${name}(idNo: "370202199003071233") { name } }`,
    ],
    ['a root field that lists', null, 'residents', (name) => `{ ${name} { nodes { name } } }`],
    [
      'a root field of another purpose',
      divisionsOnly,
      'residents',
      (name) => `{ ${name} { nodes { name } } }`,
    ],
    ['a root field without what it needs', null, 'resident', (name) => `{ ${name} }`],
    [
      'a type of a fragment',
      null,
      'Resident',
      (name) => `{ __typename ...F } fragment F on ${name} { name }`,
    ],
    [
      'a type of an inline fragment',
      divisionsOnly,
      'Resident',
      (name) => `{ ... on ${name} { name } }`,
    ],
    [
      'a type of a variable',
      null,
      'ResidentWhere',
      (name) => `query ($w: ${name}) { residents(where: $w) { nodes { name } } }`,
    ],
    [
      'a type of a condition on it',
      asFund,
      'DateCondition',
      (name) => `query ($c: ${name}) { residents(where: { birthDate: $c }) { nodes { name } } }`,
    ],
    [
      'a field of a condition',
      asSchool,
      'idNo',
      (name) => `{ residents(where: { ${name}: { eq: "1" } }) { nodes { name } } }`,
    ],
    [
      'a field of a condition, masked',
      asFund,
      'birthDate',
      (name) => `{ residents(where: { ${name}: { eq: "1990-03-07" } }) { nodes { name } } }`,
    ],
    [
      'an argument that others have',
      asFund,
      'where',
      (name) => `{ resident(idNo: "1", ${name}: {}) { name } }`,
    ],
    [
      'an argument that is planned',
      asFund,
      'orderBy',
      (name) => `{ residents(${name}: name) { nodes { name } } }`,
    ],
    [
      'a link that is not granted',
      asSchool,
      'companies',
      (name) => `{ residents { nodes { ${name} { name } } } }`,
    ],
    [
      'a directive of the catalog',
      asSchool,
      'desensitize',
      (name) => `{ residents { nodes { name @${name}(rule: NAME) } } }`,
    ],
  ])('%s', async (_what, as, hidden, operation) => {
    const { body } = await expectAlike(as, hidden, operation);
    expect(new Set(body.errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set([refused]),
    );
  });

  it.each(['Resident', 'ResidentWhere', 'ResidentConnection', 'DateCondition', 'Date'])(
    'in introspection too: __type of %s is null',
    async (hidden) => {
      const { body } = await expectAlike(
        null,
        hidden,
        (name) => `{ __type(name: "${name}") { name fields { name } } }`,
      );
      expect(body).toMatchObject({ data: { __type: null } });
    },
  );

  it('and what is known is answered, by the same operations', async () => {
    const { body } = await gateway.ask(
      asSchool,
      '{ __type(name: "Resident") { fields { name } } }',
    );
    expect(JSON.stringify(body.data)).not.toContain('faith');
    expect(JSON.stringify(body.data)).toContain('birthDate');
    expect((await gateway.ask(asFund, '{ residents { nodes { address } } }')).status).toBe(200);
  });
});
