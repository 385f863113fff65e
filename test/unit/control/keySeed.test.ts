import { generateKeyPairSync, type KeyObject } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { keySeed } from '../../../src/control/policy/clientSeed.js';

const jwkOf = (key: KeyObject) => ({ kid: 'k', ...key.export({ format: 'jwk' }) });
const pairs = [
  ['Ed25519', generateKeyPairSync('ed25519')],
  ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['RSA', generateKeyPairSync('rsa', { modulusLength: 2_048 })],
] as const;

const faultsOf = (stated: unknown) =>
  keySeed.safeParse(stated).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('a key of a policy file', () => {
  it.each(pairs)('of %s is taken, and read as itself when it is read again', (_what, pair) => {
    const stated = jwkOf(pair.publicKey);
    expect(keySeed.parse(stated)).toEqual(stated);
    expect(keySeed.parse(keySeed.parse(stated))).toEqual(stated);
  });

  it.each(pairs)('of %s is refused with its private half, of which nothing is told', (_, pair) => {
    const stated = jwkOf(pair.privateKey);
    const [fault, ...others] = faultsOf(stated) ?? [];
    expect(others).toEqual([]);
    expect(fault?.[1]).toContain('"d"');
    expect(JSON.stringify(fault)).not.toContain(String(stated.d));
  });

  it('is refused at the member that is wrong', () => {
    const [, [, { publicKey }]] = pairs;
    const stated = jwkOf(publicKey);
    expect(faultsOf({ ...stated, crv: 'P-384' })).toEqual([
      ['crv', '`P-256`, for a key of type EC'],
    ]);
    expect(faultsOf({ ...stated, kty: 'oct' })).toEqual([
      ['kty', '`OKP` (Ed25519), `EC` (P-256) or `RSA`'],
    ]);
    expect(faultsOf({ kid: 'k' })).toEqual([['x', 'an Ed25519 public key in base64url']]);
  });
});
