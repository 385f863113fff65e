import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

async function find(where: string): Promise<readonly string[]> {
  const { body } = await gateway.ask(asSchool, `{ residents(where: ${where}) { nodes { name } } }`);
  expect(body.errors).toBeUndefined();
  const { nodes } = body.data?.['residents'] as { nodes: readonly { name: string }[] };
  return nodes.map(({ name }) => name);
}

const [zhang, li, ouyang] = ['张小三', '李四', '欧阳明月'] as const;

describe('conditions that compare', () => {
  it.each([
    ['{ birthDate: { lt: "1990-03-07" } }', [li]],
    ['{ birthDate: { lte: "1990-03-07" } }', [zhang, li]],
    ['{ birthDate: { gt: "1990-03-07" } }', [ouyang]],
    ['{ birthDate: { gte: "1990-03-07", lt: "2000-01-01" } }', [zhang]],
    ['{ name: { startsWith: "欧阳" } }', [ouyang]],
    ['{ name: { startsWith: "" } }', [zhang, li, ouyang]],
    ['{ name: { startsWith: "%" } }', []],
    ['{ name: { gte: "李", lt: "李\u{10ffff}" } }', [li]],
    ['{ divisionCode: { startsWith: "37020" } }', [zhang, li, ouyang]],
    ['{ divisionCode: { startsWith: "370203" } }', [li]],
    ['{ birthDate: { isNull: true } }', []],
    ['{ birthDate: { isNull: false } }', [zhang, li, ouyang]],
  ])('%s', async (where, names) => {
    expect(await find(where)).toEqual(names);
  });
});

describe('conditions that are joined', () => {
  it.each([
    ['{ or: [{ name: { eq: "李四" } }, { birthDate: { gt: "2000-01-01" } }] }', [li, ouyang]],
    ['{ and: [{ divisionCode: { eq: "370202" } }, { birthDate: { lt: "2000-01-01" } }] }', [zhang]],
    ['{ not: { name: { eq: "李四" } } }', [zhang, ouyang]],
    ['{ not: { not: { name: { eq: "李四" } } } }', [li]],
    ['{ not: { or: [{ name: { eq: "李四" } }, { name: { eq: "张小三" } }] } }', [ouyang]],
    ['{ divisionCode: { eq: "370202" }, not: { name: { eq: "张小三" } } }', [ouyang]],
    ['{ not: { divisionCode: { in: [] } } }', [zhang, li, ouyang]],
  ])('%s', async (where, names) => {
    expect(await find(where)).toEqual(names);
  });

  it('take a row without a value for one that does not meet them, so that `not` finds it', async () => {
    const alter = (value: string) =>
      gateway.world.alter(
        'population',
        `UPDATE resident SET birth_date = ${value} WHERE name = '李四'`,
      );
    await alter('NULL');
    try {
      expect(await find('{ birthDate: { lt: "2100-01-01" } }')).toEqual([zhang, ouyang]);
      expect(await find('{ not: { birthDate: { lt: "2100-01-01" } } }')).toEqual([li]);
      expect(await find('{ birthDate: { isNull: true } }')).toEqual([li]);
    } finally {
      await alter(`'1985-12-12'`);
    }
  });

  it.each([
    ['{ and: [] }'],
    ['{ or: [] }'],
    ['{ not: {} }'],
    ['{ not: null }'],
    ['{ or: [{}] }'],
    ['{ or: [{ name: { eq: "a" } }, { name: {} }] }'],
    ['{ birthDate: { isNull: null } }'],
  ])('are refused where they state nothing, never dropped: %s', async (where) => {
    const { body } = await gateway.ask(
      asSchool,
      `{ residents(where: ${where}) { nodes { name } } }`,
    );
    expect([body.data, codesOf(body)]).toEqual([undefined, ['BAD_USER_INPUT']]);
  });

  it.each([
    '{ not: { faith: { eq: "佛教" } } }',
    '{ or: [{ name: { eq: "张小三" } }] }',
    '{ and: [{ idNo: { startsWith: "37" } }] }',
    '{ not: { not: { birthDate: { lt: "2000-01-01" } } } }',
  ])('do not exist on what may not be filtered by, however deep it stands: %s', async (where) => {
    const { body } = await gateway.ask(asFund, `{ residents(where: ${where}) { nodes { idNo } } }`);
    expect([body.data, codesOf(body)[0]]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it('are refused beyond the limits of depth and of values, by variables too', async () => {
    const query = 'query ($where: ResidentWhere!) { residents(where: $where) { nodes { name } } }';
    const leaf = { name: { eq: 'a' } };
    let deep: object = leaf;
    for (let depth = 0; depth < 12; depth += 1) deep = { or: [deep, leaf] };
    const wide = { or: Array.from({ length: 501 }, () => leaf) };
    for (const where of [deep, wide]) {
      const { body } = await gateway.ask(asSchool, query, { where });
      expect([body.data, codesOf(body)]).toEqual([undefined, ['LIMIT_EXCEEDED']]);
    }
    const within = { or: Array.from({ length: 500 }, () => leaf) };
    const { body } = await gateway.ask(asSchool, query, { where: within });
    expect(body.data).toEqual({ residents: { nodes: [] } });
  });

  it('nested without end are refused, and harm nothing', async () => {
    const text = `${'{"not":'.repeat(9_000)}{"name":{"eq":"a"}}${'}'.repeat(9_000)}`;
    const query = 'query ($where: ResidentWhere!) { residents(where: $where) { nodes { name } } }';
    const payload = `{"query":${JSON.stringify(query)},"variables":{"where":${text}}}`;
    const { body } = await gateway.post(asSchool, payload);
    expect(body.data).toBeUndefined();
    expect(['LIMIT_EXCEEDED', 'BAD_USER_INPUT']).toContain(codesOf(body)[0]);
    expect(await find('{ name: { eq: "李四" } }')).toEqual([li]);
  });
});
