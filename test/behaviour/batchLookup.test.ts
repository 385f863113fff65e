import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { defaultLimits } from '../../src/exchange/exchangeLimits.js';
import { codesOf, withoutChance, withoutRequestId } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const operation = 'query ($idNos: [ID!]!) { residentsByIdNo(idNos: $idNos) { idNo name } }';
const zhang = '370202199003071233';
const li = '370203198512121510';
const outOfScope = '370211197001010018';
const unknown = '370202199003079999';

const ofZhang = { idNo: '370***********1233', name: '张小三' };
const ofLi = { idNo: '370***********1510', name: '李四' };

describe('a lookup of many keys', () => {
  it('becomes one statement, within the row scope, and answers in the order asked', async () => {
    const { body } = await gateway.ask(asSchool, operation, {
      idNos: [li, unknown, zhang, outOfScope, li],
    });
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "id_no", "name" FROM "resident" WHERE "id_no" IN (?, ?, ?, ?) AND "division_code" IN (?, ?)',
        parameters: [li, unknown, zhang, outOfScope, '370202', '370203'],
      },
    ]);
    expect(body).toMatchObject({ data: { residentsByIdNo: [ofLi, null, ofZhang, null, ofLi] } });
    expect(body.errors).toBeUndefined();
  });

  it('answers alike, to the byte, where there is no row and where it is out of scope', async () => {
    const nowhere = await gateway.ask(asSchool, operation, { idNos: [zhang, unknown] });
    const elsewhere = await gateway.ask(asSchool, operation, { idNos: [zhang, outOfScope] });
    expect(nowhere.body.data).toEqual({ residentsByIdNo: [ofZhang, null] });
    expect(withoutRequestId(elsewhere.text)).toBe(withoutRequestId(nowhere.text));
    expect(gateway.statements[1]?.sql).toBe(gateway.statements[0]?.sql);
    // Nor does the fund, whose scope is everyone, miss the same row.
    const { body } = await gateway.ask(asFund, operation, { idNos: [outOfScope] });
    expect(body.data).toEqual({ residentsByIdNo: [{ idNo: '370***********0018', name: '王*' }] });
  });

  it('reads the key to tell rows apart, and shows no more of it than was asked', async () => {
    const query = `{ residentsByIdNo(idNos: ["${zhang}"]) { name } }`;
    const { body, text } = await gateway.ask(asSchool, query);
    expect(body.data).toEqual({ residentsByIdNo: [{ name: '张小三' }] });
    expect(withoutChance(text)).not.toContain('1233');
    expect(gateway.entries().at(-1)?.reads).toEqual([
      { resource: 'Resident', fields: { name: 'CLEAR' }, rows: 1, keys: 1 },
    ]);
  });

  it('follows the links of all its rows by one statement', async () => {
    const query = `{ residentsByIdNo(idNos: ["${zhang}", "${li}"]) { name division { name } } }`;
    const { body } = await gateway.ask(asSchool, query);
    expect(body.data).toEqual({
      residentsByIdNo: [
        { name: '张小三', division: { name: '市南区' } },
        { name: '李四', division: { name: '市北区' } },
      ],
    });
    expect(gateway.statements).toHaveLength(2);
  });

  it('asks no source where no key is given', async () => {
    const { body } = await gateway.ask(asSchool, operation, { idNos: [] });
    expect(body.data).toEqual({ residentsByIdNo: [] });
    expect(gateway.statements).toEqual([]);
  });

  it('is asked in chunks where its keys are more than one statement holds', async () => {
    const wide = await openTestGateway({
      limits: { ...defaultLimits, maxListLength: 3_000 },
    });
    try {
      const many = Array.from({ length: 2_500 }, (_, index) => `none-${index}`);
      const { body } = await wide.ask(asFund, operation, { idNos: [...many, li] });
      const answered = body.data?.['residentsByIdNo'] as readonly unknown[];
      expect(answered).toHaveLength(2_501);
      expect(answered.at(-1)).toEqual({ idNo: '370***********1510', name: '李*' });
      expect(wide.statements.length).toBeGreaterThan(1);
      expect(wide.statements.length).toBeLessThan(10);
      expect(wide.entries().at(-1)?.reads).toMatchObject([{ rows: 1, keys: 2_501 }]);
    } finally {
      await wide.close();
    }
  });

  it('of a source that is down costs its own part', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME TO elsewhere');
    try {
      const query = `{ residentsByIdNo(idNos: ["${zhang}"]) { name } province(code: "37") { name } }`;
      const { body } = await gateway.ask(asSchool, query);
      expect(body.data).toEqual({ residentsByIdNo: null, province: { name: '山东省' } });
      expect(body.errors).toMatchObject([{ path: ['residentsByIdNo'] }]);
      // What was tried is on record, although nothing was read.
      expect(gateway.entries().at(-1)?.reads).toMatchObject([
        { resource: 'Resident', rows: 0, keys: 1 },
        { resource: 'Province', rows: 1, keys: 1 },
      ]);
    } finally {
      await gateway.world.alter('population', 'ALTER TABLE elsewhere RENAME TO resident');
    }
  });
});

describe('the keys of a lookup', () => {
  it('are each well-formed; one that is not is told by its place and never by its value', async () => {
    const idNos = [zhang, 'x\ud800y'];
    const { status, body, text } = await gateway.ask(asSchool, operation, { idNos });
    expect([status, codesOf(body)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(body.errors?.[0]?.message).toBe(
      'Argument "idNos" of "residentsByIdNo" takes well-formed keys of their type; what stands at 1 is none.',
    );
    expect(text).not.toContain('ud800');
    expect(gateway.statements).toEqual([]);
  });

  it.each([
    ['a broken number', [zhang, 370202.5], '$idNos.1'],
    ['null', [null], '$idNos.0'],
  ])('are none of %s', async (_what, idNos, place) => {
    const { body } = await gateway.ask(asSchool, operation, { idNos });
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(body.errors?.[0]?.message).toContain(place);
    expect(body.errors?.[0]?.message).not.toContain('370202');
    expect(gateway.statements).toEqual([]);
  });

  it('are as many as the limit, and no more', async () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `none-${index}`);
    expect((await gateway.ask(asSchool, operation, { idNos: keys(500) })).status).toBe(200);
    gateway.statements.length = 0;
    const { body } = await gateway.ask(asSchool, operation, { idNos: keys(501) });
    expect(body.errors).toMatchObject([
      {
        message:
          'Argument "idNos" of "residentsByIdNo" takes at most 500 members; this one has 501.',
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
    expect(gateway.statements).toEqual([]);
  });
});

describe('a lookup of many keys needs reach LOOKUP and the key’s use LOOKUP', () => {
  it('and is as unknown as any other field without', async () => {
    const nothing = { client: 'fund', purpose: 'divisions' };
    const { body } = await gateway.ask(nothing, operation, { idNos: [zhang] });
    expect(codesOf(body)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(body.errors?.[0]?.message).toBe('Cannot query field "residentsByIdNo" on type "Query".');
  });

  it('and, of level L3, an occasion', async () => {
    const without = { 'acting-user': undefined, 'case-reference': undefined };
    const payload = { query: operation, variables: { idNos: [zhang] } };
    const { body } = await gateway.post(asSchool, payload, without);
    expect(codesOf(body)).toEqual(['BAD_USER_INPUT']);
    expect(gateway.statements).toEqual([]);
    const query = '{ divisionsByCode(codes: ["370203", "370202"]) { name } }';
    const open = await gateway.post(asSchool, { query }, without);
    expect(open.body.data).toEqual({ divisionsByCode: [{ name: '市北区' }, { name: '市南区' }] });
  });
});
