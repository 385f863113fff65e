import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTHeaderParameters } from 'jose';

import { AdministratorEntity } from '../../src/control/administrators/administratorEntity.js';
import type { PublicKey } from '../../src/policy/model/registeredKey.js';
import { openAdministered, type Administered } from '../support/administered.js';
import { keyOf } from '../support/testClients.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = ({ publicKey }: { readonly publicKey: KeyObject }) =>
  publicKey.export({ format: 'jwk' });

const claimsOf = (id: string, aud = 'tongdao') => {
  const iat = Math.floor(Date.now() / 1_000);
  return { iss: id, sub: id, aud, iat, exp: iat + 600 };
};
const sign = (header: JWTHeaderParameters, key: KeyObject, id: string, aud?: string) =>
  new SignJWT(claimsOf(id, aud)).setProtectedHeader(header).sign(key);

const purposes: Readonly<Record<string, string>> = { school: 'enrolment', fund: 'withdrawal' };

async function statusOf(client: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, purpose: purposes[client] ?? '' };
  return (await gateway.post(null, { query: '{ __typename }' }, headers)).status;
}

const addClientKey =
  'mutation ($client: ID!, $key: ClientKeyInput!) { addClientKey(client: $client, key: $key) { keys { kid kty crv x y n e } } }';

/** Registers a key as the only one of its client. */
async function registerOnly(client: string, kid: string, jwk: object) {
  const remove = `mutation ($kid: String!) { removeClientKey(client: "${client}", kid: $kid) { id } }`;
  await gateway.administer('authority', remove, { kid: keyOf(client).registered.kid });
  return gateway.administer('authority', addClientKey, { client, key: { kid, ...jwk } });
}

describe('D3: ES256 and RS256 keys too, by what is registered, never by the token', () => {
  it('a client proves itself by a key of RSA, and of Ed25519 beside it', async () => {
    const before = await sign({ alg: 'RS256' }, rsa.privateKey, 'school');
    expect(await statusOf('school', before)).toBe(401);
    const { body } = await gateway.administer('authority', addClientKey, {
      client: 'school',
      key: { kid: 'r', ...jwkOf(rsa) },
    });
    const { kid, ...first } = keyOf('school').registered;
    const absent = { crv: null, x: null, y: null, n: null, e: null };
    const keys = [
      { kid: 'r', ...absent, ...jwkOf(rsa) },
      { kid, ...absent, ...first },
    ];
    expect(body.data).toEqual({ addClientKey: { keys } });
    expect(await statusOf('school', before)).toBe(200);
    const beside = await sign({ alg: 'EdDSA' }, keyOf('school').privateKey, 'school');
    expect(await statusOf('school', beside)).toBe(200);
  });

  it('and by one of P-256 alone, and then by no other', async () => {
    const { body } = await registerOnly('fund', 'p', jwkOf(ec));
    expect(body.errors).toBeUndefined();
    expect(await statusOf('fund', await sign({ alg: 'ES256' }, ec.privateKey, 'fund'))).toBe(200);
    const others = [
      await sign({ alg: 'EdDSA' }, keyOf('fund').privateKey, 'fund'),
      await sign({ alg: 'RS256' }, rsa.privateKey, 'fund'),
      await sign(
        { alg: 'ES256' },
        generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
        'fund',
      ),
    ];
    for (const token of others) expect(await statusOf('fund', token)).toBe(401);
  });

  it('an administrator likewise', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = jwkOf({ publicKey }) as PublicKey;
    await gateway.store.change((manager) =>
      manager.update(AdministratorEntity, { id: 'auditor' }, { kid: 'p', jwk }),
    );
    const ask = async (alg: string, key: KeyObject) => {
      const token = await sign({ alg }, key, 'auditor', 'tongdao-admin');
      const headers = { authorization: `Bearer ${token}` };
      return (await gateway.postAdmin(headers, { query: '{ clients { id } }' })).status;
    };
    expect(await ask('ES256', privateKey)).toBe(200);
    expect(await ask('EdDSA', keyOf('auditor').privateKey)).toBe(401);
  });
});

/** A token whose header names HMAC, and whose signature is of the text that a public key is. */
function signedByText(text: string | Buffer, client: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claimsOf(client))}`;
  return `${signed}.${createHmac('sha256', text).update(signed).digest('base64url')}`;
}

describe('D3: a token cannot choose how it is verified', () => {
  it.each([
    ['school', rsa],
    ['fund', ec],
  ] as const)('the public key of %s is no secret of HS256', async (client, pair) => {
    const { publicKey } = pair;
    const texts = [
      publicKey.export({ format: 'pem', type: 'spki' }),
      publicKey.export({ format: 'der', type: 'spki' }),
      JSON.stringify(jwkOf(pair)),
      Buffer.from(String(jwkOf(pair).n ?? jwkOf(pair).x), 'base64url'),
    ];
    for (const text of texts) expect(await statusOf(client, signedByText(text, client))).toBe(401);
  });

  it.each(['school', 'fund'])('nor is `none` taken of %s', async (client) => {
    expect(await statusOf(client, new UnsecuredJWT(claimsOf(client)).encode())).toBe(401);
  });

  it('an algorithm of the same key that is not the registered one is refused', async () => {
    const { privateKey } = rsa;
    for (const alg of ['RS384', 'RS512', 'PS256', 'PS512']) {
      expect(await statusOf('school', await sign({ alg }, privateKey, 'school'))).toBe(401);
    }
    expect(await statusOf('school', await sign({ alg: 'RS256' }, privateKey, 'school'))).toBe(200);
  });

  it('a key that the token brings is not looked at', async () => {
    const mine = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { privateKey } = mine;
    const headers: readonly JWTHeaderParameters[] = [
      { alg: 'ES256', jwk: jwkOf(mine) },
      { alg: 'ES256', jwk: jwkOf(mine), kid: 'p' },
      { alg: 'ES256', jku: 'https://127.0.0.1/keys.json', kid: 'p' },
    ];
    for (const header of headers) {
      expect(await statusOf('fund', await sign(header, privateKey, 'fund'))).toBe(401);
    }
  });
});

describe('D3: what is no sound key is not registered', () => {
  it.each<[string, object, string]>([
    ['of another type', { kty: 'oct', x: 'a'.repeat(43) }, 'kty of the key: `OKP`'],
    ['of another curve', { ...jwkOf(ec), crv: 'secp256k1' }, 'crv of the key: `P-256`'],
    ['off its curve', { ...jwkOf(ec), y: jwkOf(ec).x }, 'x of the key: a point on P-256'],
    ['without its half', { ...jwkOf(ec), y: null }, 'y of the key: a coordinate'],
    ['of another type too', { ...jwkOf(rsa), x: jwkOf(ec).x }, 'x of the key: nothing'],
    ['with the exponent 3', { ...jwkOf(rsa), e: 'Aw' }, 'e of the key: an odd exponent'],
  ])('%s', async (_what, jwk, sentence) => {
    const before = await gateway.store.revision();
    const key = { kid: 'w', ...jwk };
    const { body, code } = await gateway.administer('authority', addClientKey, {
      client: 'school',
      key,
    });
    expect(code).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.message).toContain(sentence);
    expect(await gateway.store.revision()).toBe(before);
  });

  it('a private key is refused, and no word of it is told', async () => {
    const d = String(ec.privateKey.export({ format: 'jwk' }).d);
    const { text, code } = await gateway.administer('authority', addClientKey, {
      client: 'school',
      key: { kid: 'w', ...jwkOf(ec), d },
    });
    expect(code).toBeDefined();
    expect(text).not.toContain(d);
  });

  it('a key is of one client, whatever its type', async () => {
    const key = { kid: 'w', ...jwkOf(ec) };
    const { body } = await gateway.administer('authority', addClientKey, { client: 'school', key });
    expect(body.errors?.[0]?.message).toContain('a key proves who asks, so it is of one');
    expect(await statusOf('fund', await sign({ alg: 'ES256' }, ec.privateKey, 'fund'))).toBe(200);
  });
});
