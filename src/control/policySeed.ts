import { z } from 'zod';

import { maskRules, type MaskRuleName } from '../mask/maskRule.js';
import { reaches, uses } from '../policy/use.js';

const literal = z.union([z.string(), z.number(), z.boolean()]);
// What looks like an attribute and is none is not taken for a text.
const value = z.union([z.string().regex(/^(?!\$requester)/), z.number(), z.boolean()]);
const attribute = z.string().regex(/^\$requester\.[A-Za-z]\w*$/);
const operators = z
  .strictObject({
    eq: z.union([attribute, value]).optional(),
    in: z.union([attribute, z.array(value).min(1)]).optional(),
  })
  .refine(({ eq, in: list }) => eq !== undefined || list !== undefined, 'states `eq` or `in`');

/**
 * A condition on rows, as in the exchange's filter language: `{"divisionCode": {"eq": "370202"}}`,
 * or `{"divisionCode": {"in": "$requester.districts"}}`.
 */
const rows = z.record(z.string(), operators);
export type RowsSeed = z.infer<typeof rows>;

// Object.keys gives the keys that the table's type names.
const maskRuleNames = Object.keys(maskRules) as [MaskRuleName, ...MaskRuleName[]];
const mask = z.enum(maskRuleNames);

const fieldGrant = z.strictObject({
  form: z.union([z.enum(['WITHHELD', 'CLEAR']), z.strictObject({ mask })]).optional(),
  uses: z.array(z.enum(uses)).optional(),
  approvedBy: z.array(z.enum(['PROVIDER', 'AUTHORITY'])).optional(),
});

const resourceGrant = z.strictObject({
  reach: z.array(z.enum(reaches)),
  fields: z.record(z.string(), fieldGrant),
  links: z.array(z.string()).default([]),
  minors: z.boolean().default(false),
  rows: rows.optional(),
});

const grant = z.strictObject({
  id: z.string().min(1),
  client: z.string().min(1),
  purpose: z.string().min(1),
  scenario: z.string().min(1).optional(),
  validUntil: z.iso.datetime({ offset: true }),
  resources: z.record(z.string(), resourceGrant),
});

const key = z.strictObject({
  kid: z.string().min(1),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'an Ed25519 public key in base64url'),
});

const client = z.strictObject({
  id: z.string().min(1),
  agency: z.string().min(1),
  attributes: z.record(z.string(), z.union([literal, z.array(literal)])).default({}),
  keys: z.array(key),
});

const concerned = {
  id: z.string().min(1),
  client: z.string().optional(),
  purpose: z.string().optional(),
  resource: z.string(),
};

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('WITHHOLD'), ...concerned, field: z.string() }),
  z.strictObject({ kind: z.literal('MASK'), ...concerned, field: z.string(), mask }),
  z.strictObject({ kind: z.literal('ROWS'), ...concerned, rows }),
  z.strictObject({ kind: z.literal('SUSPEND'), ...concerned }),
]);

/** Clients, grants and rules as a file states them. What is not known to the form is refused. */
export const policySeed = z.strictObject({
  clients: z.array(client),
  grants: z.array(grant),
  rules: z.array(rule).default([]),
});

export type PolicySeed = z.infer<typeof policySeed>;
export type PolicySeedInput = z.input<typeof policySeed>;
