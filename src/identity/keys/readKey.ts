import type { PublicKey } from '../../policy/model/registeredKey.js';

import { weaknessOf, type KeyFault } from './weaknessOf.js';

/** The members of a JWK as somebody states them. Where the type is absent, Ed25519 is meant. */
export type StatedKey = Readonly<Partial<Record<KeyFault['member'], string | null | undefined>>>;

type Read = { readonly key: PublicKey } | { readonly fault: KeyFault };

const fault = (member: KeyFault['member'], offence: string): Read => ({
  fault: { member, offence },
});

/** The members that may stand beside `kty`, by type. */
const members: Readonly<Record<string, readonly KeyFault['member'][]>> = {
  OKP: ['crv', 'x'],
  EC: ['crv', 'x', 'y'],
  RSA: ['n', 'e'],
} satisfies Record<PublicKey['kty'], readonly KeyFault['member'][]>;

const coordinate = /^[A-Za-z0-9_-]{43}$/;
/** 4096 bits at most. */
const modulus = /^[A-Za-z0-9_-]{1,683}$/;
/** 32 bits at most. */
const exponent = /^[A-Za-z0-9_-]{1,6}$/;

function readOkp({ crv, x }: StatedKey): Read {
  if ((crv ?? 'Ed25519') !== 'Ed25519') return fault('crv', '`Ed25519`, for a key of type OKP');
  if (!x || !coordinate.test(x)) return fault('x', 'an Ed25519 public key in base64url');
  return { key: { kty: 'OKP', crv: 'Ed25519', x } };
}

function readEc({ crv, x, y }: StatedKey): Read {
  if (crv !== 'P-256') return fault('crv', '`P-256`, for a key of type EC');
  if (!x || !coordinate.test(x)) return fault('x', 'a coordinate of 32 bytes in base64url');
  if (!y || !coordinate.test(y)) return fault('y', 'a coordinate of 32 bytes in base64url');
  return { key: { kty: 'EC', crv: 'P-256', x, y } };
}

function readRsa({ n, e }: StatedKey): Read {
  if (!n || !modulus.test(n))
    return fault('n', 'an RSA modulus in base64url, of 2048 to 4096 bits');
  if (!e || !exponent.test(e)) return fault('e', 'an RSA exponent in base64url, as `AQAB` is');
  return { key: { kty: 'RSA', n, e } };
}

const readers: Readonly<Record<string, (stated: StatedKey) => Read>> = {
  OKP: readOkp,
  EC: readEc,
  RSA: readRsa,
} satisfies Record<PublicKey['kty'], (stated: StatedKey) => Read>;

/**
 * Reads a public key of a JWK (RFC 7517): Ed25519, a point on P-256, or RSA. What proves nothing is
 * refused; so is a member of another type, since it would say that something else was meant.
 */
export function readKey(stated: StatedKey): Read {
  const type = stated.kty ?? 'OKP';
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) return fault('kty', '`OKP` (Ed25519), `EC` (P-256) or `RSA`');
  const own = members[type] ?? [];
  for (const member of ['crv', 'x', 'y', 'n', 'e'] as const) {
    if ((stated[member] ?? undefined) !== undefined && !own.includes(member)) {
      return fault(member, `nothing, for a key of type ${type}`);
    }
  }
  const found = read(stated);
  if ('fault' in found) return found;
  const weakness = weaknessOf(found.key);
  return weakness ? { fault: weakness } : found;
}
