import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';

import { codesOf, withoutRequestId } from '../support/alike.js';
import { keyOf, tokenOf } from '../support/testClients.js';
import { asSchool, openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.statements.length = 0;
});

/** What the public may ask too, so that a fallback to it would answer. */
const open = '{ province(code: "37") { name } }';
const now = () => Math.floor(Date.now() / 1_000);

async function expectUnauthenticated(headers: Record<string, string>) {
  const answer = await gateway.post(null, { query: open }, headers);
  expect([answer.status, codesOf(answer.body)]).toEqual([401, ['UNAUTHENTICATED']]);
  expect(answer.body.data).toBeUndefined();
  expect(answer.text).not.toContain('山东');
  expect(gateway.statements).toEqual([]);
  expect(gateway.entries().at(-1)).toMatchObject({
    client: null,
    purpose: null,
    outcome: 'UNAUTHENTICATED',
    status: 401,
  });
  return answer;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, purpose: 'enrolment' });
const stranger = generateKeyPairSync('ed25519');

const claims = () => ({
  iss: 'school',
  sub: 'school',
  aud: 'tongdao',
  iat: now(),
  exp: now() + 60,
});

/** Claims that take one away from the right ones. */
function lacking(claim: string): JWTPayload {
  const claims: Record<string, unknown> = { [claim]: undefined };
  return claims;
}

/** A token of the right claims, under whatever header and key. */
function signed(header: JWTHeaderParameters, key: KeyObject | Uint8Array): Promise<string> {
  return new SignJWT(claims()).setProtectedHeader(header).sign(key, { crit: { secret: true } });
}

/** A token whose parts are put together by hand. */
async function forged(change: (parts: string[]) => void): Promise<string> {
  const parts = (await tokenOf('school')).split('.');
  change(parts);
  return parts.join('.');
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a credential', () => {
  it('that is right is answered, and none is the public', async () => {
    const { body } = await gateway.ask(asSchool, open);
    expect(body.data).toEqual({ province: { name: '山东省' } });
    expect((await gateway.ask(null, open)).body.data).toEqual({ province: { name: '山东省' } });
    expect(gateway.entries().map(({ client }) => client)).toEqual(['school', null]);
  });

  it.each<[string, () => Promise<string>]>([
    ['expired', () => tokenOf('school', { iat: now() - 900, exp: now() - 300 })],
    ['not yet valid', () => tokenOf('school', { nbf: now() + 300 })],
    ['issued in the future', () => tokenOf('school', { iat: now() + 3_600, exp: now() + 7_200 })],
    [
      'too old, though not expired',
      () => tokenOf('school', { iat: now() - 13 * 3_600, exp: now() + 60 }),
    ],
    ['without an end', () => tokenOf('school', lacking('exp'))],
    ['without a beginning', () => tokenOf('school', lacking('iat'))],
    ['for another audience', () => tokenOf('school', { aud: 'elsewhere' })],
    ['for no audience', () => tokenOf('school', lacking('aud'))],
    ['of no one', () => tokenOf('school', lacking('sub'))],
    ['of an unknown client', () => tokenOf('school', { iss: 'nobody', sub: 'nobody' })],
    ['of one client, issued by another', () => tokenOf('school', { iss: 'fund' })],
    ['of another client than its key’s', () => tokenOf('school', { iss: 'fund', sub: 'fund' })],
    ['signed by a stranger', () => tokenOf('school', {}, stranger.privateKey)],
    ['claiming an agency', () => tokenOf('school', { agency: 'qd-public-security' })],
    ['claiming a role', () => tokenOf('school', { roles: ['authority'] })],
    ['claiming attributes', () => tokenOf('school', { districts: ['370211'] })],
    [
      'whose claims were changed',
      () => forged((parts) => (parts[1] = encode({ ...claims(), sub: 'fund', iss: 'fund' }))),
    ],
    ['whose signature was cut off', () => forged((parts) => (parts[2] = ''))],
    [
      'whose signature was changed',
      () => forged((parts) => (parts[2] = parts[2]!.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')))),
    ],
    [
      'without a signature, by alg none',
      () => Promise.resolve(new UnsecuredJWT(claims()).encode()),
    ],
    [
      'signed with the public key as a secret',
      () => signed({ alg: 'HS256' }, Buffer.from(keyOf('school').registered.x, 'base64url')),
    ],
    [
      'that brings its own key',
      () =>
        signed(
          { alg: 'EdDSA', jwk: stranger.publicKey.export({ format: 'jwk' }) },
          stranger.privateKey,
        ),
    ],
    [
      'whose header must be understood',
      () => signed({ alg: 'EdDSA', crit: ['secret'], secret: 1 }, keyOf('school').privateKey),
    ],
    [
      'whose claims are no object',
      () => forged((parts) => (parts[1] = Buffer.from('"school"').toString('base64url'))),
    ],
    ['of nothing', () => Promise.resolve('..')],
    ['of noise', () => Promise.resolve('a.b.c')],
  ])('that is %s is refused, and not answered as the public', async (_what, make) => {
    const token = await make();
    const { text, headers } = await expectUnauthenticated(bearer(token));
    expect(text + JSON.stringify(headers)).not.toContain(token);
  });

  it.each([
    ['empty', ''],
    ['of another scheme', 'Basic c2Nob29sOnNlY3JldA=='],
    ['a scheme only', 'Bearer '],
    ['with a tail', 'Bearer a.b.c d'],
  ])('header that is %s is refused', async (_what, authorization) => {
    await expectUnauthenticated({ authorization, purpose: 'enrolment' });
    await expectUnauthenticated({ authorization });
  });

  it('of an unknown client and one that is badly signed are refused alike', async () => {
    const unknown = await tokenOf('school', { iss: 'nobody', sub: 'nobody' });
    const badly = await tokenOf('school', {}, stranger.privateKey);
    const one = await expectUnauthenticated(bearer(unknown));
    const other = await expectUnauthenticated(bearer(badly));
    expect(withoutRequestId(one.text)).toBe(withoutRequestId(other.text));
  });

  it('that was right once is not right for ever: a token that was verified ends', async () => {
    const exp = now() - 58; // a minute is tolerated
    const token = await tokenOf('school', { exp });
    const { status } = await gateway.post(null, { query: open }, bearer(token));
    expect(status).toBe(200);
    gateway.statements.length = 0;
    await setTimeout((exp + 60) * 1_000 - Date.now() + 20);
    await expectUnauthenticated(bearer(token));
  });
});
