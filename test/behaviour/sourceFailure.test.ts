import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openTestGateway({ sourceLimits: { timeout: 500 } });
});
afterEach(() => gateway.close());

const unavailable = 'The source of this part cannot answer now.';
const linked =
  '{ residents(first: 2) { nodes { name division { name } } } province(code: "37") { name } }';

describe('a source that cannot answer', () => {
  it('costs the links to it, each with an error at its path, and nothing else', async () => {
    await gateway.world.alter('divisions', 'DROP TABLE area');
    const { status, body, text } = await gateway.ask(asSchool, linked);
    expect(status).toBe(200);
    expect(body.data).toEqual({
      residents: {
        nodes: [
          { name: '张小三', division: null },
          { name: '李四', division: null },
        ],
      },
      province: { name: '山东省' },
    });
    expect(body.errors).toEqual(
      [0, 1].map((index) => ({
        message: unavailable,
        path: ['residents', 'nodes', index, 'division'],
        extensions: { code: 'SOURCE_UNAVAILABLE' },
      })),
    );
    expect(text).not.toMatch(/area|sqlite|no such|SELECT/i);
    expect(gateway.entries().at(-1)).toMatchObject({
      outcome: 'PARTIAL',
      status: 200,
      statements: 3,
    });
  });

  it('costs its own roots, beside those of another source', async () => {
    await gateway.world.alter('population', 'DROP TABLE resident');
    const { status, body, text } = await gateway.ask(
      asFund,
      '{ a: resident(idNo: "370202199003071233") { name } b: division(code: "370202") { name } c: residents { nodes { name } } }',
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ a: null, b: { name: '市南区' }, c: null });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['a'], 'SOURCE_UNAVAILABLE'],
      [['c'], 'SOURCE_UNAVAILABLE'],
    ]);
    expect(text).not.toMatch(/table|sqlite|no such|SELECT|370202199003071233/i);
  });

  it('answers alike whether the row that was asked for was there', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME TO elsewhere');
    const [known, unknown] = [
      await gateway.ask(asFund, '{ resident(idNo: "370202199003071233") { name } }'),
      await gateway.ask(asFund, '{ resident(idNo: "370202199003079999") { name } }'),
    ];
    expect(withoutRequestId(known.text)).toBe(withoutRequestId(unknown.text));
  });

  it('whose column has gone says no more, and answers what does not need it', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident DROP COLUMN address');
    const { body, text } = await gateway.ask(
      asFund,
      '{ a: resident(idNo: "370202199003071233") { address } b: resident(idNo: "370202199003071233") { name } }',
    );
    // Some SQLite takes a quoted name that is no column for a text, and would answer `address`.
    expect(body.data).toEqual({ a: null, b: { name: '张*三' } });
    expect(codesOf(body)).toEqual(['SOURCE_UNAVAILABLE']);
    expect(text).not.toMatch(/address|no such|SELECT/i);
  });

  it('whose key column has gone finds no one, whatever key is asked for', async () => {
    await gateway.world.alter('population', 'ALTER TABLE resident RENAME COLUMN id_no TO number');
    const { body } = await gateway.ask(asFund, '{ resident(idNo: "id_no") { name } }');
    expect(body.data).toEqual({ resident: null });
    expect(codesOf(body)).toEqual(['SOURCE_UNAVAILABLE']);
  });

  it('answers again once it can', async () => {
    await gateway.world.alter('divisions', 'ALTER TABLE province RENAME TO elsewhere');
    const query = '{ province(code: "37") { name } }';
    expect((await gateway.ask(asFund, query)).body.data).toEqual({ province: null });
    await gateway.world.alter('divisions', 'ALTER TABLE elsewhere RENAME TO province');
    expect((await gateway.ask(asFund, query)).body.data).toEqual({ province: { name: '山东省' } });
  });
});

describe('a source that takes too long', () => {
  it('is given up at its deadline, and costs its own part', async () => {
    const release = await gateway.world.lock();
    try {
      const started = performance.now();
      const { status, body } = await gateway.ask(
        asFund,
        '{ residents { nodes { name } } province(code: "37") { name } }',
      );
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(status).toBe(200);
      expect(body.data).toEqual({ residents: null, province: { name: '山东省' } });
      expect(body.errors).toEqual([
        {
          message: 'The source of this part did not answer in time.',
          path: ['residents'],
          extensions: { code: 'SOURCE_TIMEOUT' },
        },
      ]);
    } finally {
      await release();
    }
    const { body } = await gateway.ask(asFund, '{ residents(first: 1) { nodes { name } } }');
    expect(body.data).toEqual({ residents: { nodes: [{ name: '张*三' }] } });
  });
});
