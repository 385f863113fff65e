import { generateKeyPairSync } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';

import { keyOf } from '../support/testClients.js';
import { openTestGateway, type TestGateway } from '../support/testGateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway.close());

async function statusOf(alg: string, signedBy = keyOf('school').privateKey): Promise<number> {
  const token = await new SignJWT({ iss: 'school', sub: 'school', aud: 'tongdao' })
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(signedBy);
  const headers = { authorization: `Bearer ${token}`, purpose: 'enrolment' };
  return (await gateway.post(null, { query: '{ __typename }' }, headers)).status;
}

describe('D3: `alg: "Ed25519"` (RFC 9864), same key', () => {
  it('is taken, as `EdDSA` is', async () => {
    expect(await statusOf('EdDSA')).toBe(200);
    expect(await statusOf('Ed25519')).toBe(200);
  });

  it('is refused where another key has signed', async () => {
    expect(await statusOf('Ed25519', keyOf('fund').privateKey)).toBe(401);
  });

  it('names what is registered, and nothing that a header says', async () => {
    const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    expect(await statusOf('ES256', ec)).toBe(401);
    expect(await statusOf('RS256', rsa)).toBe(401);
  });
});
