import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { withoutChance } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const mismatch = (field: string) =>
  `A source holds values of the types of their fields; what it holds in ${field} is of another.`;

function one(idNo: string): string {
  return `{ resident(idNo: "${idNo}") { name birthDate } }`;
}

describe('a value at the source that is none of its field’s type', () => {
  const idNo = '370203198512121510';

  /** Puts something in the place of one value, asks, and puts the value back. */
  async function withValue<T>(column: string, sql: string, ask: () => Promise<T>): Promise<T> {
    const where = `WHERE id_no = '${idNo}'`;
    await gateway.world.alter(
      'population',
      `CREATE TABLE kept AS SELECT ${column} FROM resident ${where}`,
    );
    await gateway.world.alter('population', `UPDATE resident SET ${column} = ${sql} ${where}`);
    try {
      return await ask();
    } finally {
      await gateway.world.alter(
        'population',
        `UPDATE resident SET ${column} = (SELECT ${column} FROM kept) ${where}; DROP TABLE kept`,
      );
    }
  }

  it.each([
    ['bytes', `x'736563726574'`],
    ['a text that is no day', `'secret'`],
    ['a day that is none', `'2001-02-31'`],
    ['a day with more behind it', `'1985-12-12 secret'`],
    ['an empty text', `''`],
  ])('is null, with an error at its path that does not tell it: %s', async (_what, sql) => {
    const { body, text } = await withValue('birth_date', sql, () =>
      gateway.ask(asSchool, one(idNo)),
    );
    expect(body.data).toEqual({ resident: { name: '李四', birthDate: null } });
    expect(body.errors).toEqual([
      {
        message: mismatch('Resident.birthDate'),
        path: ['resident', 'birthDate'],
        extensions: { code: 'VALUE_MISMATCH' },
      },
    ]);
    expect(withoutChance(text)).not.toMatch(/secret|736563|1985|2001|115,101/);
  });

  it.each([
    ['a text that is no day', `'secret'`],
    ['a day that is none', `'2001-02-31'`],
    ['a day with more behind it', `'1985-12-12 secret'`],
  ])('gives no year and no month to group by: %s', async (_what, sql) => {
    for (const part of ['birthDate_year', 'birthDate_month']) {
      const query = `{ residentAggregate(where: { name: { eq: "李四" } }, groupBy: [${part}]) { group { ${part} } count } }`;
      const { body, text } = await withValue('birth_date', sql, () => gateway.ask(asSchool, query));
      expect(body.data).toEqual({ residentAggregate: [{ group: { [part]: null }, count: 1 }] });
      // It is of the group of the nulls, which is told as it is.
      expect(body.errors).toBeUndefined();
      expect(withoutChance(text)).not.toMatch(/secr|1985|2001/);
    }
  });

  it.each([
    ['bytes', `x'736563726574'`],
    ['a text that is no day', `'secret'`],
    ['an empty text', `''`],
  ])('is hidden whole behind its mask: %s', async (_what, sql) => {
    const { body } = await withValue('birth_date', sql, () => gateway.ask(asFund, one(idNo)));
    expect(body.data).toEqual({ resident: { name: '李*', birthDate: '****' } });
    expect(body.errors).toBeUndefined();
  });

  it('takes its row away where the field may not be null, and the row only', async () => {
    const query = `{ bad: resident(idNo: "${idNo}") { name } good: resident(idNo: "370202199003071233") { name } }`;
    const { body, text } = await withValue('name', `x'736563726574'`, () =>
      gateway.ask(asSchool, query),
    );
    expect(body.data).toEqual({ bad: null, good: { name: '张小三' } });
    expect(body.errors).toEqual([
      {
        message: mismatch('Resident.name'),
        path: ['bad', 'name'],
        extensions: { code: 'VALUE_MISMATCH' },
      },
    ]);
    expect(withoutChance(text)).not.toMatch(/secret|736563|115,101/);
  });

  it('leaves its row out of a list, and the row only, with an error at the list', async () => {
    const query = '{ residents { edges { node { name } } } province(code: "37") { name } }';
    const { status, body } = await withValue('name', `x'00'`, () => gateway.ask(asSchool, query));
    expect(status).toBe(200);
    expect(body.data).toEqual({
      residents: { edges: [{ node: { name: '张小三' } }, { node: { name: '欧阳明月' } }] },
      province: { name: '山东省' },
    });
    expect(body.errors).toEqual([
      {
        message: `${mismatch('Resident.name')} Rows with such a value are left out.`,
        path: ['residents', 'edges'],
        extensions: { code: 'VALUE_MISMATCH' },
      },
    ]);
  });

  it('where it is the row’s place in the order, takes the list away, and says so', async () => {
    // SQLite lets a primary key that is no integer be null.
    await gateway.world.alter('divisions', `INSERT INTO province VALUES (NULL, '无')`);
    try {
      const query = '{ provinces { nodes { name } pageInfo { endCursor startCursor } } }';
      const { body } = await gateway.ask(asFund, query);
      expect(body.data).toEqual({ provinces: null });
      expect(body.errors).toEqual([
        {
          message: mismatch('the order of Province'),
          path: expect.arrayContaining(['provinces']) as unknown,
          extensions: { code: 'VALUE_MISMATCH' },
        },
      ]);
    } finally {
      await gateway.world.alter('divisions', 'DELETE FROM province WHERE code IS NULL');
    }
  });

  it('leads a link nowhere', async () => {
    const query = `{ resident(idNo: "${idNo}") { division { name } } }`;
    const { body } = await withValue('division_code', `x'333730323033'`, () =>
      gateway.ask(asFund, query),
    );
    expect(body.data).toEqual({ resident: { division: null } });
  });

  it('is on record as an answer in part', () => {
    const outcomes = new Set(gateway.entries().map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['OK', 'PARTIAL']));
    expect(withoutChance(JSON.stringify(gateway.entries()))).not.toMatch(/secret|736563/);
  });
});
