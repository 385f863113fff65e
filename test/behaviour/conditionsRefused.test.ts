import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
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

async function expectRefused(as: As, query: string, variables: object, code: string) {
  const answer = await gateway.post(as, { query, variables });
  expect([answer.status, codesOf(answer.body)]).toEqual([400, [code]]);
  expect(answer.body.data).toBeUndefined();
  expect(gateway.statements).toEqual([]);
  return answer;
}

const list = (where: string, declared = '') =>
  `query ${declared} { residents(where: ${where}) { nodes { name } } }`;

describe('a condition that states nothing', () => {
  it.each([
    ['null', 'null'],
    ['an empty object', '{}'],
    ['a field without an operator', '{ divisionCode: {} }'],
    ['a null field', '{ divisionCode: null }'],
    ['eq: null', '{ divisionCode: { eq: null } }'],
    ['in: null', '{ divisionCode: { in: null } }'],
    ['one operator of two', '{ divisionCode: { eq: "370202", in: null } }'],
  ])('is refused, not passed over: %s', async (_what, where) => {
    await expectRefused(asFund, list(where), {}, 'BAD_USER_INPUT');
    // The same by way of a variable.
    const variable = list('$where', '($where: ResidentWhere)');
    const value: unknown = JSON.parse(where.replaceAll(/(\w+):/g, '"$1":'));
    await expectRefused(asFund, variable, { where: value }, 'BAD_USER_INPUT');
  });

  it.each([
    ['the whole condition', list('$where', '($where: ResidentWhere)'), {}],
    ['a value', list('{ divisionCode: { eq: $code } }', '($code: ID)'), {}],
    [
      'a value that is null',
      list('{ divisionCode: { eq: $code } }', '($code: ID)'),
      { code: null },
    ],
    ['a list', list('{ divisionCode: { in: $codes } }', '($codes: [ID!])'), {}],
    [
      'a part of a list',
      list('{ divisionCode: { in: ["1", $code] } }', '($code: ID! = "1")'),
      { code: null },
    ],
    [
      'one operator of two',
      list('{ divisionCode: { in: ["370202"], eq: $code } }', '($code: ID)'),
      {},
    ],
  ])('is refused where its variable is absent: %s', async (_what, query, variables) => {
    await expectRefused(asFund, query, variables, 'BAD_USER_INPUT');
  });

  it('is refused where its variable is absent: one condition of two', async () => {
    const where = '{ divisionCode: { eq: "370202" }, birthDate: { eq: $day } }';
    await expectRefused(asSchool, list(where, '($day: Date)'), {}, 'BAD_USER_INPUT');
  });

  it('is no condition, and all rows, only where the operation leaves it out', async () => {
    const { body } = await gateway.ask(asFund, '{ residents { nodes { name } } }');
    expect((body.data?.['residents'] as { nodes: unknown[] }).nodes.length).toBe(5);
    expect(gateway.statements.length).toBe(1);
  });
});

describe('a condition on a field that is not clear', () => {
  it.each(['name', 'birthDate', 'idNo', 'address'])(
    'does not exist: %s, which the fund has masked',
    async (field) => {
      await expectRefused(
        asFund,
        list(`{ ${field}: { eq: "1990-03-07" } }`),
        {},
        'GRAPHQL_VALIDATION_FAILED',
      );
    },
  );

  it('exists on the same field where it is clear', async () => {
    const { body } = await gateway.ask(asSchool, list('{ name: { eq: "张小三" } }'));
    expect(body.data).toEqual({ residents: { nodes: [{ name: '张小三' }] } });
  });

  it.each(['idNo', 'faith', 'sex', 'address'])(
    'is refused as one on an unknown field is, to the byte: %s',
    async (hidden) => {
      const unknown = 'x'.repeat(hidden.length);
      for (const of of [
        (f: string) => `{ ${f}: { eq: "x" } }`,
        (f: string) => `{ divisionCode: { eq: "370202" }, ${f}: { in: ["x"] } }`,
      ]) {
        const one = await expectRefused(
          asSchool,
          list(of(hidden)),
          {},
          'GRAPHQL_VALIDATION_FAILED',
        );
        const other = await expectRefused(
          asSchool,
          list(of(unknown)),
          {},
          'GRAPHQL_VALIDATION_FAILED',
        );
        expect(withoutRequestId(one.text)).toBe(
          withoutRequestId(other.text).replaceAll(unknown, hidden),
        );
      }
      const variable = list('$where', '($where: ResidentWhere!)');
      const [one, other] = [
        await expectRefused(
          asSchool,
          variable,
          { where: { [hidden]: { eq: 'x' } } },
          'BAD_USER_INPUT',
        ),
        await expectRefused(
          asSchool,
          variable,
          { where: { [unknown]: { eq: 'x' } } },
          'BAD_USER_INPUT',
        ),
      ];
      expect(withoutRequestId(one.text)).toBe(withoutRequestId(other.text));
    },
  );

  it('does not let an operator in that the channel does not have', async () => {
    for (const operator of ['ne', 'gt', 'like', 'not', 'contains']) {
      const where = `{ divisionCode: { ${operator}: "370202" } }`;
      await expectRefused(asFund, list(where), {}, 'GRAPHQL_VALIDATION_FAILED');
    }
  });
});
