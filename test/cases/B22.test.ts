import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';
import { codesOf } from '../support/alike.js';
import { asSchool } from '../support/testGateway.js';
let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(async () => {
  await gateway.close();
});

const digits = '370202199003071233';

/** What is wrong, and where. */
const documents: readonly (readonly [string, string, string])[] = [
  ['{', 'has its end where a name is expected, at line 1, column 2', ''],
  [
    `{\n  resident(idNo: "${digits}" { name }\n}`,
    'has `{` where a name is expected, at line 2, column 39',
    digits,
  ],
  [
    '{ residents { nodes { name } }',
    'has its end where a name is expected, at line 1, column 31',
    '',
  ],
  ['{ residents { } }', 'has `}` where a name is expected, at line 1, column 15', ''],
  ['{ residents } }', 'has `}` where none can be, at line 1, column 15', ''],
  [`{ residents } Zhang`, 'has a name where none can be, at line 1, column 15', 'Zhang'],
  [
    `query (${digits}: ID) { a }`,
    'has a number where `$` is expected, at line 1, column 8',
    digits,
  ],
  [
    `{ resident(idNo: '${digits}') { name } }`,
    'has a single quote, where texts stand in double ones, at line 1, column 18',
    digits,
  ],
  [`{ a(b: "${digits}) }`, 'has a text without an end, at line 1, column 30', digits],
  [
    `{ a(b: "${digits}\\q") }`,
    'has a backslash in a text before what is no escape, at line 1, column 27',
    digits,
  ],
  [
    `{ a(b: 0${digits}) }`,
    'has a number that is not written as GraphQL writes them, at line 1, column 9',
    digits,
  ],
  ['{ 姓名 }', 'has a character that is none of GraphQL, at line 1, column 3', '姓名'],
];

describe('B22: a syntax error in a document', () => {
  it('is no matter of a document that has none', async () => {
    const { body } = await gateway.ask(asSchool, '{ __typename }');
    expect(body.data).toEqual({ __typename: 'Query' });
  });

  it.each(documents)(
    '%j is told where and why, and not by what it holds',
    async (query, what, held) => {
      const message = `A request carries a GraphQL document; this one ${what}.`;
      const answer = await gateway.ask(asSchool, query);
      expect([answer.status, codesOf(answer.body)]).toEqual([400, ['GRAPHQL_PARSE_FAILED']]);
      expect(answer.body.errors?.[0]?.message).toBe(message);
      const administered = await gateway.administer('authority', query);
      expect(administered.body.errors?.[0]?.message).toBe(message);
      if (held !== '') expect(answer.text + administered.text).not.toContain(held);
    },
  );

  it('and its place stands in `locations` too', async () => {
    const { body } = await gateway.ask(asSchool, '{\n  residents {\n');
    expect(body.errors).toMatchObject([{ locations: [{ line: 3, column: 1 }] }]);
  });

  it('is told of a document that is longer than is read', async () => {
    const { body } = await gateway.ask(asSchool, `{ ${'a '.repeat(5_000)} }`);
    expect(body.errors?.[0]?.message).toContain('this one is longer than is read');
  });
});
