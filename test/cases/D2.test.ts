import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';

import { keyOf, tokenOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

const now = () => Math.floor(Date.now() / 1_000);

async function ask(token: string) {
  const headers = { authorization: `Bearer ${token}`, purpose: 'enrolment' };
  const { status, body } = await gateway.post(null, { query: '{ __typename }' }, headers);
  return { status, message: body.errors?.[0]?.message };
}

describe('D2: a token with `iat` or `nbf` 1 s ahead', () => {
  it.each<[string, () => JWTPayload]>([
    ['issued 1 s ahead', () => ({ iat: now() + 1 })],
    ['in force from 1 s ahead on', () => ({ nbf: now() + 1 })],
    ['both almost a minute ahead', () => ({ iat: now() + 55, nbf: now() + 55 })],
    ['that ended almost a minute ago', () => ({ exp: now() - 50 })],
    ['issued twelve hours ago and a little', () => ({ iat: now() - 12 * 3_600 - 50 })],
  ])('is taken: %s', async (_what, claims) => {
    expect(await ask(await tokenOf('school', claims()))).toEqual({ status: 200 });
  });

  it.each<[string, () => JWTPayload, string]>([
    ['iat', () => ({ iat: now() + 70 }), 'is issued at a time to come'],
    ['nbf', () => ({ nbf: now() + 70 }), 'is not in force yet'],
    ['exp', () => ({ exp: now() - 61 }), 'has expired'],
    ['iat', () => ({ iat: now() - 12 * 3_600 - 61 }), 'it is older than 12 hours'],
    ['aud', () => ({ aud: 'elsewhere' }), 'is for others than `tongdao`'],
    ['iss', () => ({ iss: 'fund' }), 'is issued by another than its client'],
  ])('further off, it is refused by the name of the claim: %s', async (claim, claims, what) => {
    const { status, message } = await ask(await tokenOf('school', claims()));
    expect(status).toBe(401);
    expect(message).toContain(what);
    expect(message).toContain(`claim \`${claim}\``);
  });

  it('but who holds no registered key learns nothing of its claims', async () => {
    const stranger = keyOf('stranger').privateKey;
    const right = await ask(await tokenOf('school', {}, stranger));
    const wrong = await ask(await tokenOf('school', { iat: now() + 70 }, stranger));
    expect([right.status, wrong]).toEqual([401, right]);
    expect(wrong.message).toContain('this one is none');
  });
});
