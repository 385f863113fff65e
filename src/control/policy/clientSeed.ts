import { z } from 'zod';

import { isWeakKey } from '../../identity/isWeakKey.js';
import type { Client } from '../../policy/model/policySnapshot.js';
import type { AgencyCode, ClientId } from '../../shared/brand.js';

/** A public key as a JWK has it (RFC 8037). */
export const keySeed = z.strictObject({
  kid: z.string().min(1),
  x: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, { error: 'an Ed25519 public key in base64url', abort: true })
    .refine((x) => !isWeakKey(x), 'a key that proves something: this one is of small order'),
});

/** Row scopes compare with every value of an attribute, and a statement holds so many. */
const maxValues = 500;
const tooMany = `an attribute has at most ${maxValues} values`;

const literal = z.union([z.string(), z.number(), z.boolean()]);

export const clientSeed = z.strictObject({
  id: z.string().min(1),
  agency: z.string().min(1),
  attributes: z
    .record(
      z.string(),
      // Stated of the union, whose branches' sentences are not told.
      z
        .union([literal, z.array(literal)])
        .refine((values) => [values].flat().length <= maxValues, tooMany),
    )
    .default({}),
  keys: z.array(keySeed),
});
export type ClientSeed = z.infer<typeof clientSeed>;

export function compileClient({ id, agency, attributes, keys }: ClientSeed): Client {
  const values = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
  return { id: id as ClientId, agency: agency as AgencyCode, attributes: new Map(values), keys };
}
