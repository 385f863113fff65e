import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const zhang = '370202199003071233';

/** The text of the answer's data, whose order of keys is a promise too. */
async function dataOf(query: string, variables?: Record<string, unknown>): Promise<string> {
  const { body } = await gateway.ask(asSchool, query, variables);
  expect(body.errors).toBeUndefined();
  return JSON.stringify(body.data);
}

describe('a selection', () => {
  it('tells the type’s name on every level', async () => {
    const query = `{ __typename residents(first: 1) { __typename
      edges { __typename node { __typename division { __typename } } } pageInfo { __typename } } }`;
    expect(JSON.parse(await dataOf(query))).toEqual({
      __typename: 'Query',
      residents: {
        __typename: 'ResidentConnection',
        edges: [
          {
            __typename: 'ResidentEdge',
            node: { __typename: 'Resident', division: { __typename: 'Division' } },
          },
        ],
        pageInfo: { __typename: 'PageInfo' },
      },
    });
  });

  it('of the type’s name alone reads no value, but for the row itself', async () => {
    expect(await dataOf(`{ resident(idNo: "${zhang}") { __typename } }`)).toBe(
      '{"resident":{"__typename":"Resident"}}',
    );
    expect(gateway.statements[0]?.sql).toMatch(/^SELECT 1 FROM "resident" WHERE/);
  });

  it('answers keys in the order asked, under their aliases, and reads each column once', async () => {
    const query = `{ resident(idNo: "${zhang}") { b: name a: name name } }`;
    expect(await dataOf(query)).toBe('{"resident":{"b":"张小三","a":"张小三","name":"张小三"}}');
    expect(gateway.statements[0]?.sql).toMatch(/^SELECT "name" FROM "resident" WHERE/);
  });

  it('takes aliases that are words to JavaScript for words', async () => {
    const query = `{ constructor: resident(idNo: "${zhang}") { toString: name valueOf: name hasOwnProperty: name } }`;
    expect(await dataOf(query)).toBe(
      '{"constructor":{"toString":"张小三","valueOf":"张小三","hasOwnProperty":"张小三"}}',
    );
  });

  it('is spread from fragments, and merged', async () => {
    const query = `query { resident(idNo: "${zhang}") { ...A ... on Resident { division { code } } ... { birthDate } } }
      fragment A on Resident { name division { name } ...B }
      fragment B on Resident { idNo name }`;
    expect(await dataOf(query)).toBe(
      '{"resident":{"name":"张小三","division":{"name":"市南区","code":"370202"},"idNo":"370***********1233","birthDate":"1990-03-07"}}',
    );
  });

  it.each([
    [true, false, '{"resident":{"name":"张小三"}}'],
    [false, false, '{"resident":{}}'],
    [true, true, '{"resident":{"name":"张小三","idNo":"370***********1233"}}'],
    [false, true, '{"resident":{"idNo":"370***********1233"}}'],
  ])('is skipped and included as told: %s, %s', async (yes, no, expected) => {
    const query = `query ($yes: Boolean!, $no: Boolean! = false) {
      resident(idNo: "${zhang}") { name @include(if: $yes) ... on Resident @skip(if: true) { birthDate } ...F @include(if: $no) @skip(if: false) } }
      fragment F on Resident { idNo }`;
    expect(await dataOf(query, { yes, no })).toBe(expected);
    const columns = Object.keys((JSON.parse(expected) as { resident: object }).resident).length;
    // What is skipped is not read either.
    expect(gateway.statements[0]?.sql.split(' FROM ')[0]?.split(',').length).toBe(columns || 1);
    expect(gateway.statements[0]?.sql).not.toContain('birth_date');
  });

  it('that skips a root asks its source nothing', async () => {
    expect(await dataOf(`{ __typename resident(idNo: "${zhang}") @skip(if: true) { name } }`)).toBe(
      '{"__typename":"Query"}',
    );
    expect(gateway.statements).toEqual([]);
  });

  it('is refused where the variable that decides it has no value', async () => {
    const query = `query ($yes: Boolean!) { resident(idNo: "${zhang}") { name @include(if: $yes) } }`;
    for (const variables of [{}, { yes: null }, { yes: 'true' }, { yes: 1 }]) {
      const { status, body } = await gateway.ask(asSchool, query, variables);
      expect([status, codesOf(body)]).toEqual([400, ['BAD_USER_INPUT']]);
    }
    expect(gateway.statements).toEqual([]);
  });

  it('needs the variables of its own operation only, not those of another in the document', async () => {
    const document = `query A { resident(idNo: "${zhang}") { name } }
      query B($yes: Boolean!) { ...F }
      fragment F on Query { resident(idNo: "${zhang}") { idNo @include(if: $yes) } }`;
    const { status, body } = await gateway.post(asSchool, { query: document, operationName: 'A' });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(body.data).toEqual({ resident: { name: '张小三' } });
  });

  it('is of the operation that is named, and of none where none or several are', async () => {
    const document = `query A { resident(idNo: "${zhang}") { name } } query B { __typename }`;
    const named = await gateway.post(asFund, { query: document, operationName: 'A' });
    expect(named.body.data).toEqual({ resident: { name: '张*三' } });
    gateway.statements.length = 0;
    for (const operationName of [null, 'C', '__proto__']) {
      const { status, body } = await gateway.post(asFund, { query: document, operationName });
      expect([status, codesOf(body)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
    }
    expect(gateway.statements).toEqual([]);
  });

  it('of several roots is answered side by side', async () => {
    const query = `{ a: resident(idNo: "${zhang}") { name } b: resident(idNo: "nobody") { name } c: province(code: "37") { name } }`;
    expect(await dataOf(query)).toBe('{"a":{"name":"张小三"},"b":null,"c":{"name":"山东省"}}');
  });
});
