import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { ResidentRow } from '../support/smallWorld.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

/** 1,300 residents, each of a division of their own; the last hundred are of no known one. */
const crowd = Array.from({ length: 1_300 }, (_, index): ResidentRow => ({
  row_id: index + 1,
  id_no: `370202199003${String(index).padStart(6, '0')}`,
  name: `张${index}`,
  sex: null,
  birth_date: null,
  address: null,
  faith: null,
  division_code: String(500_000 + index),
}));

const linked = '{ name division { name province { name } } }';

describe('links, level by level', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    gateway.statements.length = 0;
  });

  it('become three statements for a page of residents, each key asked for once', async () => {
    const { body } = await gateway.ask(asFund, `{ residents { nodes ${linked} } }`);
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "name", "division_code" FROM "resident" ORDER BY "row_id" LIMIT ?',
        parameters: [21],
      },
      {
        sql: 'SELECT "code", "name", "provinceCode" FROM "area" WHERE "code" IN (?, ?, ?, ?)',
        parameters: ['370202', '370203', '370211', '999999'],
      },
      {
        sql: 'SELECT "code", "name" FROM "province" WHERE "code" = ?',
        parameters: ['37'],
      },
    ]);
    const shandong = { name: '山东省' };
    expect(body.data).toEqual({
      residents: {
        nodes: [
          { name: '张*三', division: { name: '市南区', province: shandong } },
          { name: '李*', division: { name: '市北区', province: shandong } },
          { name: '欧**月', division: { name: '市南区', province: shandong } },
          { name: '王*', division: { name: '黄岛区', province: shandong } },
          { name: '买*****逊', division: null },
        ],
      },
    });
  });

  it('become three statements for one resident, and one where there is none', async () => {
    await gateway.ask(asFund, `{ resident(idNo: "370202199003071233") ${linked} }`);
    expect(gateway.statements.length).toBe(3);
    await gateway.ask(asFund, `{ resident(idNo: "nobody") ${linked} }`);
    expect(gateway.statements.length).toBe(4);
  });

  it('become no statement for an empty page, nor for keys that no row has', async () => {
    const empty =
      '{ residents(where: { divisionCode: { eq: "0" } }) { nodes { division { name } } } }';
    await gateway.ask(asFund, empty);
    expect(gateway.statements.length).toBe(1);
    await gateway.world.alter('divisions', `INSERT INTO area VALUES ('999998', '无', NULL, NULL)`);
    const { body } = await gateway.ask(
      asFund,
      '{ division(code: "999998") { name city { name } province { name } } }',
    );
    expect(body.data).toEqual({ division: { name: '无', city: null, province: null } });
    expect(gateway.statements.length).toBe(2);
  });

  it('cost each response key its own statements, whatever the number of rows', async () => {
    const { body } = await gateway.ask(
      asFund,
      '{ residents(first: 2) { nodes { a: division { name province { name } } b: division { code province { code } } } } }',
    );
    expect(gateway.statements.map(({ sql }) => /FROM "(\w+)"/.exec(sql)?.[1])).toEqual([
      'resident',
      'area',
      'area',
      'province',
      'province',
    ]);
    expect(body.data).toMatchObject({
      residents: {
        nodes: [{ a: { name: '市南区' }, b: { code: '370202' } }, { a: { name: '市北区' } }],
      },
    });
  });

  it('are followed once for selections that merge under one response key', async () => {
    const { body } = await gateway.ask(
      asFund,
      '{ residents(first: 1) { nodes { division { name } ...F } } } fragment F on Resident { division { province { name } } }',
    );
    expect(gateway.statements.length).toBe(3);
    expect(body.data).toEqual({
      residents: { nodes: [{ division: { name: '市南区', province: { name: '山东省' } } }] },
    });
  });
});

describe('links of more keys than one statement may hold', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    const limits = { maxPageSize: 2_000, maxCost: 10_000 };
    gateway = await openTestGateway({ limits }, crowd);
    const areas = crowd
      .slice(0, 1_200)
      .map(({ division_code: code }) => `('${code}', '区${code}', '3702', '37')`);
    await gateway.world.alter('divisions', `INSERT INTO area VALUES ${areas.join(', ')}`);
  });
  afterAll(() => gateway.close());

  it.each([
    [1, 1],
    [512, 1],
    [513, 2],
    [1_024, 2],
    [1_300, 3],
  ])('of %i residents become %i statements, and no row is lost', async (first, chunks) => {
    gateway.statements.length = 0;
    const { body } = await gateway.ask(
      asFund,
      `{ residents(first: ${first}) { nodes ${linked} } }`,
    );
    const tables = gateway.statements.map(({ sql }) => /FROM "(\w+)"/.exec(sql)?.[1]);
    expect(tables).toEqual(['resident', ...Array<string>(chunks).fill('area'), 'province']);
    expect(
      Math.max(...gateway.statements.map(({ parameters }) => parameters.length)),
    ).toBeLessThanOrEqual(512);
    const { nodes } = body.data?.['residents'] as { nodes: { division: object | null }[] };
    expect(nodes.map(({ division }) => division)).toEqual(
      crowd
        .slice(0, first)
        .map(({ division_code: code }, index) =>
          index < 1_200 ? { name: `区${code}`, province: { name: '山东省' } } : null,
        ),
    );
  });

  it('are within the row scope, in every chunk', async () => {
    const { body } = await gateway.ask(asSchool, `{ residents(first: 1300) { nodes ${linked} } }`);
    expect(body.data).toEqual({ residents: { nodes: [] } });
  });
});
