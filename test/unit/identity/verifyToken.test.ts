import { createHmac, generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { exchangeAudience } from '../../../src/identity/audience.js';
import { verifyToken } from '../../../src/identity/verifyToken.js';
import type { PolicySnapshot } from '../../../src/policy/model/policySnapshot.js';
import type { ClientId } from '../../../src/shared/brand.js';
import { keyOf, tokenOf } from '../../support/testClients.js';
import { testPolicy } from '../../support/testPolicy.js';
import { rejectionOf } from '../support/refusal.js';
import { testCatalog } from '../support/testCatalog.js';

const snapshot = readPolicy(testPolicy(), testCatalog);
const now = Math.floor(Date.now() / 1_000);
const hour = 3_600;

const verify = (token: string, under: PolicySnapshot = snapshot) =>
  verifyToken(token, exchangeAudience, (id) => under.clients.get(id as ClientId));

async function refused(token: string | Promise<string>): Promise<string> {
  const { code, message } = await rejectionOf(verify(await token));
  expect(code).toBe('UNAUTHENTICATED');
  return message;
}

const says = (offence: string) =>
  `A credential is a current token, signed by a key registered to its client; this one ${offence}.`;

describe('a token', () => {
  it('proves its client, by which key, and until when', async () => {
    expect(await verify(await tokenOf('school', { exp: now + 600 }))).toEqual({
      id: 'school',
      key: keyOf('school').registered,
      expiresAt: (now + 660) * 1_000,
    });
  });

  it.each<[string, JWTPayload]>([
    ['an id of its own and a time that it began', { jti: 'a', nbf: now - 1 }],
    ['us among those it is for', { aud: ['other', 'tongdao'] }],
    ['an issue a little less than twelve hours ago', { iat: now - 12 * hour + 60 }],
  ])('may state %s', async (_what, claims) => {
    expect((await verify(await tokenOf('school', claims))).id).toBe('school');
  });
});

const expired = 'has expired, by its claim `exp`, with 60 s of tolerance';
const byAnother = 'is issued by another than its client, by its claim `iss`';

describe('a token is refused', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['expired', { exp: now - 61 }, expired],
    ['expired a minute ago', { exp: now - 60 }, expired],
    [
      'issued more than twelve hours ago',
      { iat: now - 12 * hour - 61 },
      'has expired: by its claim `iat` it is older than 12 hours',
    ],
    [
      'issued in the future',
      { iat: now + 90 },
      'is issued at a time to come, by its claim `iat`, with 60 s of tolerance',
    ],
    [
      'not yet in force',
      { nbf: now + 90 },
      'is not in force yet, by its claim `nbf`, with 60 s of tolerance',
    ],
    ['for another audience', { aud: 'other' }, 'is for others than `tongdao`, by its claim `aud`'],
    ['for no audience', { aud: undefined }, 'lacks the claim `aud`'],
    ['without an end', { exp: undefined }, 'lacks the claim `exp`'],
    ['without a beginning', { iat: undefined }, 'lacks the claim `iat`'],
    ['with an end that is a text', { exp: 'later' }, 'states in its claim `exp` what is no time'],
    ['issued by another', { iss: 'fund' }, byAnother],
    ['issued by no one', { iss: undefined }, byAnother],
    ['of a client that is unknown', { sub: 'nobody' }, 'is none'],
    ['of no client', { sub: undefined }, 'is none'],
    ['of another client', { sub: 'fund', iss: 'fund' }, 'is none'],
  ])('%s', async (_case, claims, offence) => {
    expect(await refused(tokenOf('school', claims as JWTPayload))).toBe(says(offence));
  });

  it.each(['agency', 'roles', 'scope', 'attributes', 'purpose', 'client_id', 'name'])(
    'that claims %s, since the control database alone knows it',
    async (claim) => {
      const message = await refused(tokenOf('school', { [claim]: 'qd-public-security' }));
      expect(message).toBe(
        says(
          'claims more than who its client is, by `iss`, `sub`, `aud`, `exp`, `iat`, `nbf`, `jti`',
        ),
      );
    },
  );

  it('signed by another client’s key', async () => {
    const foreign = keyOf('fund').privateKey;
    expect(await refused(tokenOf('school', {}, foreign))).toBe(says('is none'));
    expect((await verify(await tokenOf('fund', {}, foreign))).id).toBe('fund');
  });

  it('signed by a key that is registered to no one', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(await refused(tokenOf('school', {}, privateKey))).toBe(says('is none'));
  });

  it('of a client without a key', async () => {
    const school = snapshot.clients.get('school' as ClientId)!;
    const clients = new Map([[school.id, { ...school, keys: [] }]]);
    const refusal = await rejectionOf(verify(await tokenOf('school'), { ...snapshot, clients }));
    expect(refusal.message).toBe(says('is none'));
  });

  it('with a claim or the signature altered', async () => {
    const [header, payload, signature] = (await tokenOf('school', { exp: now + 600 })).split('.');
    const other = (await tokenOf('school', { exp: now + 601 })).split('.');
    expect(await refused([header, other[1], signature].join('.'))).toBe(says('is none'));
    expect(await refused([header, payload, other[2]].join('.'))).toBe(says('is none'));
    expect(await refused([header, payload, ''].join('.'))).toBe(says('is none'));
  });
});

describe('a token of another algorithm is refused', () => {
  const claims = { iss: 'school', sub: 'school', aud: 'tongdao', iat: now, exp: now + 600 };
  const { x } = keyOf('school').registered;

  it('HS256, keyed with the public key, which anyone may know', async () => {
    for (const secret of [Buffer.from(x), Buffer.from(x, 'base64url')]) {
      const [header, payload] = [{ alg: 'HS256' }, claims].map((part) =>
        Buffer.from(JSON.stringify(part)).toString('base64url'),
      );
      const signed = `${header!}.${payload!}`;
      const mac = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await refused(`${signed}.${mac}`)).toBe(says('is none'));
    }
  });

  it('none', async () => {
    expect(await refused(new UnsecuredJWT(claims).encode())).toBe(says('is none'));
    expect(await refused(`${new UnsecuredJWT(claims).encode()}AAAA`)).toBe(says('is none'));
  });

  it('RS256 and ES256, which no registered key is of', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    for (const [alg, key] of [
      ['RS256', rsa],
      ['ES256', ec],
    ] as const) {
      const token = new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
      expect(await refused(token)).toBe(says('is none'));
    }
  });
});

describe('what is no token is refused', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['dots', '..'],
    ['three words', 'a.b.c'],
    ['a password', 'school:secret'],
    ['a payload that is a text', `e30.${Buffer.from('"a"').toString('base64url')}.AAAA`],
    ['a payload that is null', `e30.${Buffer.from('null').toString('base64url')}.AAAA`],
    ['a client that is a number', `e30.${Buffer.from('{"sub":5}').toString('base64url')}.AAAA`],
  ])('%s', async (_what, text) => {
    expect(await refused(text)).toBe(says('is none'));
  });
});

describe('a client with several keys', () => {
  it('may sign with any of them', async () => {
    const school = snapshot.clients.get('school' as ClientId)!;
    const keys = [keyOf('new').registered, keyOf('fund').registered, keyOf('school').registered];
    const clients = new Map([[school.id, { ...school, keys }]]);
    const verified = await verify(await tokenOf('school'), { ...snapshot, clients });
    expect(verified.key).toEqual(keyOf('school').registered);
  });

  it('and is told that a token has expired, whichever key signed it', async () => {
    const school = snapshot.clients.get('school' as ClientId)!;
    const keys = [keyOf('new').registered, keyOf('school').registered];
    const clients = new Map([[school.id, { ...school, keys }]]);
    const ended = await tokenOf('school', { exp: now - 61 });
    const refusal = await rejectionOf(verify(ended, { ...snapshot, clients }));
    expect(refusal.message).toBe(says(expired));
  });
});
