import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { codesOf } from '../support/alike.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';
import { asVerifier, verifyPolicy } from '../support/verifyPolicy.js';

let gateway: TestGateway;
beforeAll(async () => {
  const limits = { maxSubjectLookups: 3 };
  gateway = await openTestGateway({ policy: verifyPolicy(), limits });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

const query =
  '{ verifyResident(idNo: "370202199003071233", claims: { name: "张小三", birthDate: "1990-03-07" }) { result } }';
const body = Buffer.from(JSON.stringify({ query }));
const at = body.indexOf('张小三');
/** The body with other bytes in the place of the name. */
const withName = (name: readonly number[]) =>
  Buffer.concat([body.subarray(0, at), Buffer.from(name), body.subarray(at + 9)]);

const inGbk = withName([0xd5, 0xc5, 0xd0, 0xa1, 0xc8, 0xfd]);
const cut = withName([0xe5, 0xbc, 0xa0, 0xe5, 0xb0, 0x8f, 0xe4, 0xb8]);
const asJson = (charset: string) => ({ 'content-type': `application/json${charset}` });

describe('B9: a body in GBK', () => {
  it.each<[string, Buffer, Record<string, string>, number]>([
    ['with `charset=gbk`', inGbk, asJson('; charset=gbk'), 415],
    ['with `charset="GB18030"`', inGbk, asJson(';charset="GB18030"'), 415],
    ['without a charset', inGbk, asJson(''), 400],
    ['said to be UTF-8', inGbk, asJson('; charset=utf-8'), 400],
    ['or UTF-8, but said to be GBK', body, asJson('; charset=gbk'), 415],
    ['or cut within a character', cut, asJson(''), 400],
    ['or in UTF-16', Buffer.from(`\ufeff${body.toString('utf8')}`, 'utf16le'), asJson(''), 400],
    ['or said to be in UTF-16', body, asJson('; charset=utf-16'), 415],
    ['or of overlong bytes', withName([0xc1, 0x81]), asJson(''), 400],
    ['or of half a surrogate', withName([0xed, 0xa0, 0x80]), asJson(''), 400],
    ['or compressed', body, { 'content-encoding': 'gzip' }, 415],
    ['or a plain text', body, { 'content-type': 'text/plain' }, 415],
  ])('is refused %s, and nobody is asked or counted', async (_what, bytes, headers, expected) => {
    const { status, body: answer, text } = await gateway.post(asVerifier, bytes, headers);
    expect([status, codesOf(answer)]).toEqual([expected, ['BAD_USER_INPUT']]);
    expect(text).not.toMatch(/NO_MATCH|张/);
    expect(gateway.statements).toEqual([]);
    expect(gateway.entries().at(-1)).toMatchObject({
      client: asVerifier.client,
      outcome: 'BAD_USER_INPUT',
      status: expected,
      reads: [],
    });
  });

  it.each<[string, Buffer, string]>([
    ['as it is', body, ''],
    ['by its name', body, '; charset=UTF-8'],
    ['with a mark of its byte order', Buffer.concat([Buffer.from('\ufeff'), body]), ''],
  ])(
    'in UTF-8 is answered, %s: three times, since none before counted',
    async (_how, bytes, of) => {
      const { status, body: answer } = await gateway.post(asVerifier, bytes, asJson(of));
      expect([status, answer.data]).toEqual([200, { verifyResident: { result: 'MATCH' } }]);
    },
  );

  it('a fourth time is one too many', async () => {
    const { body: answer } = await gateway.post(asVerifier, body);
    expect(codesOf(answer)).toEqual(['QUOTA_EXCEEDED']);
  });
});
