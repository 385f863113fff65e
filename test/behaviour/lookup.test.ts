import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf, withoutRequestId } from '../support/alike.js';
import { asFund, asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const operation = 'query ($idNo: ID!) { resident(idNo: $idNo) { idNo name birthDate } }';
const inScope = '370202199003071233';
const outOfScope = '370211197001010018';
const unknown = '370202199003079999';

describe('a lookup', () => {
  it('becomes one statement on the columns asked for, within the row scope', async () => {
    const { body } = await gateway.ask(asSchool, operation, { idNo: inScope });
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "id_no", "name", "birth_date" FROM "resident" WHERE "id_no" = ? AND "division_code" IN (?, ?)',
        parameters: [inScope, '370202', '370203'],
      },
    ]);
    expect(body.data).toEqual({
      resident: { idNo: '370***********1233', name: '张小三', birthDate: '1990-03-07' },
    });
  });

  it('has no scope but the key for a requester whose grant states none', async () => {
    const { body } = await gateway.ask(asFund, operation, { idNo: outOfScope });
    expect(gateway.statements).toEqual([
      {
        sql: 'SELECT "id_no", "name", "birth_date" FROM "resident" WHERE "id_no" = ?',
        parameters: [outOfScope],
      },
    ]);
    expect(body.data).toEqual({
      resident: { idNo: '370***********0018', name: '王*', birthDate: null },
    });
  });

  it('answers alike, to the byte, where there is no row and where it is out of scope', async () => {
    const nowhere = await gateway.ask(asSchool, operation, { idNo: unknown });
    const elsewhere = await gateway.ask(asSchool, operation, { idNo: outOfScope });
    expect(nowhere.body.data).toEqual({ resident: null });
    expect(nowhere.body.errors).toBeUndefined();
    expect(withoutRequestId(elsewhere.text)).toBe(withoutRequestId(nowhere.text));
    expect(elsewhere.status).toBe(nowhere.status);
    expect(gateway.statements.map(({ sql }) => sql)).toEqual([
      gateway.statements[0]?.sql,
      gateway.statements[0]?.sql,
    ]);
  });

  it('reads nothing of a key that is not well-formed text, and says so without it', async () => {
    const { status, body, text } = await gateway.ask(asSchool, operation, { idNo: 'x\ud800y' });
    expect([status, codesOf(body)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect(text).not.toContain('ud800');
    expect(gateway.statements).toEqual([]);
  });

  it('takes the key by itself: another letter case, blanks or a longer number find no one', async () => {
    const near = [`${inScope} `, ` ${inScope}`, `${inScope}0`, inScope.slice(0, -1), '%', ''];
    for (const idNo of near) {
      const { body } = await gateway.ask(asSchool, operation, { idNo });
      expect([idNo, body.data]).toEqual([idNo, { resident: null }]);
    }
  });

  it('puts what was read on record, found or not, and never the key', async () => {
    const before = gateway.entries().length;
    await gateway.ask(asSchool, operation, { idNo: inScope });
    await gateway.ask(asSchool, operation, { idNo: outOfScope });
    const entries = gateway.entries().slice(before);
    expect(entries.map(({ outcome, reads }) => [outcome, reads[0]?.rows])).toEqual([
      ['OK', 1],
      ['OK', 0],
    ]);
    expect(JSON.stringify(entries)).not.toContain(inScope);
  });
});
