import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

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

/** The names of the residents that meet a condition, and the statement that found them. */
async function find(as: As, where: string, variables: Record<string, unknown> = {}, declared = '') {
  const operation = `query ${declared} { residents(where: ${where}) { nodes { name } } }`;
  const { body } = await gateway.ask(as, operation, variables);
  expect(body.errors).toBeUndefined();
  const { nodes } = body.data?.['residents'] as { nodes: readonly { name: string }[] };
  return { names: nodes.map(({ name }) => name), statement: gateway.statements.at(-1) };
}

describe('a condition', () => {
  it('by eq becomes a comparison', async () => {
    expect(await find(asFund, '{ divisionCode: { eq: "370203" } }')).toEqual({
      names: ['李*'],
      statement: {
        sql: 'SELECT "name" FROM "resident" WHERE "division_code" = ? ORDER BY "row_id" LIMIT ?',
        parameters: ['370203', 21],
      },
    });
  });

  it('by in becomes a list, padded so that few statements serve all lengths', async () => {
    expect(await find(asFund, '{ divisionCode: { in: ["370203", "370211", "999999"] } }')).toEqual({
      names: ['李*', '王*', '买*****逊'],
      statement: {
        sql: 'SELECT "name" FROM "resident" WHERE "division_code" IN (?, ?, ?, ?) ORDER BY "row_id" LIMIT ?',
        parameters: ['370203', '370211', '999999', '999999', 21],
      },
    });
  });

  it('stands beside the row scope, and cannot widen it', async () => {
    expect(await find(asSchool, '{ divisionCode: { in: ["370203", "370211"] } }')).toEqual({
      names: ['李四'],
      statement: {
        sql: 'SELECT "name" FROM "resident" WHERE "division_code" IN (?, ?) AND "division_code" IN (?, ?) ORDER BY "row_id" LIMIT ?',
        parameters: ['370202', '370203', '370203', '370211', 21],
      },
    });
    expect((await find(asSchool, '{ divisionCode: { eq: "370211" } }')).names).toEqual([]);
  });

  it('holds with every other that is stated', async () => {
    const both =
      '{ divisionCode: { eq: "370202", in: ["370202", "370203"] }, birthDate: { eq: "1990-03-07" } }';
    expect(await find(asSchool, both)).toEqual({
      names: ['张小三'],
      statement: {
        sql: 'SELECT "name" FROM "resident" WHERE "division_code" IN (?, ?) AND "birth_date" = ? AND "division_code" = ? AND "division_code" IN (?, ?) ORDER BY "row_id" LIMIT ?',
        parameters: ['370202', '370203', '1990-03-07', '370202', '370202', '370203', 21],
      },
    });
    const contradiction = '{ divisionCode: { eq: "370202", in: ["370203"] } }';
    expect((await find(asSchool, contradiction)).names).toEqual([]);
  });

  it('takes its values from variables, whole or in parts', async () => {
    const variables = {
      code: '370203',
      codes: ['370203'],
      where: { divisionCode: { in: ['370203'] } },
    };
    const cases = [
      ['{ divisionCode: { eq: $code } }', '($code: ID!)'],
      ['{ divisionCode: { in: [$code] } }', '($code: ID!)'],
      ['{ divisionCode: { in: $codes } }', '($codes: [ID!]!)'],
      ['$where', '($where: ResidentWhere!)'],
    ] as const;
    for (const [where, declared] of cases) {
      const { names } = await find(asFund, where, variables, declared);
      expect([where, names]).toEqual([where, ['李*']]);
    }
  });

  it('takes the default of a variable that has no value', async () => {
    const { names } = await find(
      asFund,
      '{ divisionCode: { eq: $code } }',
      {},
      '($code: ID = "370203")',
    );
    expect(names).toEqual(['李*']);
  });

  it('by an empty list asks for nothing, and nothing is asked', async () => {
    const { body } = await gateway.ask(
      asFund,
      '{ residents(where: { divisionCode: { in: [] } }) { nodes { name } pageInfo { hasNextPage } } }',
    );
    expect(body).toMatchObject({
      data: { residents: { nodes: [], pageInfo: { hasNextPage: false } } },
    });
    expect(gateway.statements).toEqual([]);
  });

  it('meets no row that has no value', async () => {
    const { names } = await find(asSchool, '{ birthDate: { in: ["1985-12-12", "1990-03-07"] } }');
    expect(names).toEqual(['张小三', '李四']);
  });
});
