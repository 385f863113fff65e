import { z } from 'zod';

import { readKey } from '../../identity/keys/readKey.js';
import type { Client } from '../../policy/model/policySnapshot.js';
import type { RegisteredKey } from '../../policy/model/registeredKey.js';
import type { AgencyCode, ClientId } from '../../shared/brand.js';

const member = z.string().optional();

/**
 * A public key as a JWK has it (RFC 7517, RFC 8037), under a name. `kid` and `x` alone are an Ed25519
 * key. No other member may stand there: of a private key least of all.
 */
export const keySeed = z
  .strictObject({
    kid: z.string().min(1),
    kty: member,
    crv: member,
    x: member,
    y: member,
    n: member,
    e: member,
  })
  .transform(({ kid, ...stated }, context): RegisteredKey => {
    const read = readKey(stated);
    if ('key' in read) return { kid, ...read.key };
    const { member: path, offence } = read.fault;
    context.addIssue({ code: 'custom', path: [path], message: offence });
    return z.NEVER;
  });

/** The attribute that every client has: the code of its agency. */
const agencyAttribute = 'agency';

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
    .refine((attributes) => !Object.hasOwn(attributes, agencyAttribute), {
      error: `states no "${agencyAttribute}"; that attribute is the agency's code, as it is registered`,
    })
    .default({}),
  keys: z.array(keySeed),
});
export type ClientSeed = z.infer<typeof clientSeed>;

export function compileClient({ id, agency, attributes, keys }: ClientSeed): Client {
  const values = Object.entries(attributes).map(([name, value]) => [name, [value].flat()] as const);
  const all = new Map([...values, [agencyAttribute, [agency]] as const]);
  return { id: id as ClientId, agency: agency as AgencyCode, attributes: all, keys };
}
