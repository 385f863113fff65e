import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
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

/** The names of a list, its pages walked `first` rows at a time. */
async function walk(list: string, args: string, first: number): Promise<readonly string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { ${list}(${args}, first: ${first}, after: $after) {
      nodes { name } pageInfo { hasNextPage endCursor } } }`;
    const { body } = await gateway.ask(asSchool, query, { after });
    expect(body.errors).toBeUndefined();
    const page = body.data?.[list] as {
      nodes: readonly { name: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    names.push(...page.nodes.map(({ name }) => name));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return names;
}

describe('the order of a list', () => {
  it.each([
    ['orderBy: { birthDate: ASC }', ['李四', '张小三', '欧阳明月']],
    ['orderBy: { birthDate: DESC }', ['欧阳明月', '张小三', '李四']],
    // By code point: 张 U+5F20, 李 U+674E, 欧 U+6B27.
    ['orderBy: [{ name: ASC }]', ['张小三', '李四', '欧阳明月']],
    ['orderBy: [{ name: DESC }, { birthDate: ASC }]', ['欧阳明月', '李四', '张小三']],
    ['orderBy: []', ['张小三', '李四', '欧阳明月']],
    ['orderBy: null', ['张小三', '李四', '欧阳明月']],
  ])('is the one asked for, on pages of every size: %s', async (args, names) => {
    for (const first of [1, 2, 3]) {
      expect(await walk('residents', args, first)).toEqual(names);
    }
  });

  it('has rows without a value last, either way, and tells them apart by the declared order', async () => {
    await gateway.world.alter(
      'divisions',
      `INSERT INTO city VALUES ('3703', '淄博市', NULL);
       INSERT INTO city VALUES ('1101', '市辖区', '11');
       INSERT INTO city VALUES ('0000', '无', NULL)`,
    );
    for (const first of [1, 2, 4]) {
      const ascending = await walk('cities', 'orderBy: { provinceCode: ASC }', first);
      expect(ascending).toEqual(['市辖区', '青岛市', '无', '淄博市']);
      const descending = await walk('cities', 'orderBy: { provinceCode: DESC }', first);
      expect(descending).toEqual(['青岛市', '市辖区', '淄博市', '无']);
      const nullsFirst = await walk('cities', 'orderBy: { provinceCode: ASC_NULLS_FIRST }', first);
      expect(nullsFirst).toEqual(['无', '淄博市', '市辖区', '青岛市']);
      const both = 'orderBy: [{ provinceCode: DESC_NULLS_FIRST }, { code: DESC }]';
      expect(await walk('cities', both, first)).toEqual(['淄博市', '无', '青岛市', '市辖区']);
      // What stands behind the place that tells all rows apart decides nothing, without a value too.
      const told = await walk('cities', 'orderBy: [{ code: DESC }, { provinceCode: ASC }]', first);
      expect(told).toEqual(['淄博市', '青岛市', '市辖区', '无']);
    }
  });

  const refused: readonly (readonly [string, As, string, string])[] = [
    ['by a masked field', asFund, 'orderBy: { name: ASC }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by a withheld field', asSchool, 'orderBy: { faith: ASC }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by a field that is nowhere', asSchool, 'orderBy: { no: ASC }', 'GRAPHQL_VALIDATION_FAILED'],
    ['in no direction', asSchool, 'orderBy: { name: UP }', 'GRAPHQL_VALIDATION_FAILED'],
    ['by nothing', asSchool, 'orderBy: {}', 'BAD_USER_INPUT'],
    [
      'by two fields in one place',
      asSchool,
      'orderBy: { name: ASC, birthDate: ASC }',
      'BAD_USER_INPUT',
    ],
    ['by one field twice', asSchool, 'orderBy: [{ name: ASC }, { name: DESC }]', 'BAD_USER_INPUT'],
    ['without a direction', asSchool, 'orderBy: { name: null }', 'BAD_USER_INPUT'],
  ];

  it.each(refused)('is refused %s, and nothing is asked', async (_what, as, args, code) => {
    const { body } = await gateway.ask(as, `{ residents(${args}) { nodes { divisionCode } } }`);
    expect([body.data, codesOf(body)[0]]).toEqual([undefined, code]);
    expect(gateway.statements).toEqual([]);
  });
});
