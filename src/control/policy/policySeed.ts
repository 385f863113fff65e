import { z } from 'zod';

import { maskRuleNames } from '../../mask/rules/maskRule.js';
import { approvers } from '../../policy/model/grant.js';
import { reaches, uses } from '../../policy/model/use.js';
import { weekdays } from '../../policy/model/window.js';
import { roles } from '../roles/role.js';

const literal = z.union([z.string(), z.number(), z.boolean()]);
// What looks like an attribute and is none is not taken for a text.
const value = z.union([z.string().regex(/^(?!\$requester)/), z.number(), z.boolean()]);
const attribute = z.string().regex(/^\$requester\.[A-Za-z]\w*$/);
const one = z.union([attribute, value]).optional();
const operators = z
  .strictObject({
    eq: one,
    in: z.union([attribute, z.array(value).min(1)]).optional(),
    lt: one,
    lte: one,
    gt: one,
    gte: one,
    startsWith: one,
    isNull: z.boolean().optional(),
  })
  .refine((stated) => Object.values(stated).some((part) => part !== undefined), {
    error: 'states an operator, as `eq` or `in`',
  });
export type OperatorsSeed = z.infer<typeof operators>;

/**
 * A condition on rows, as in the exchange's filter language: `{"divisionCode": {"eq": "370202"}}`,
 * or `{"divisionCode": {"in": "$requester.districts"}}`; joined by `and`, `or`, `not`.
 */
export type RowsSeed = Readonly<Record<string, unknown>> & {
  readonly and?: readonly RowsSeed[] | undefined;
  readonly or?: readonly RowsSeed[] | undefined;
  readonly not?: RowsSeed | undefined;
};
const rows: z.ZodType<RowsSeed> = z.lazy(() =>
  z
    .object({
      and: z.array(rows).min(1).optional(),
      or: z.array(rows).min(1).optional(),
      not: rows.optional(),
    })
    .catchall(operators),
);

const ruleName = z.enum(maskRuleNames);
/**
 * A rule by its name, or with its parameters: `"NAME"`, `{"rule": "KEEP", "first": 1, "last": 2}`.
 * Whether they are those of the rule, `SeedReader` tells.
 */
const mask = z.union([
  ruleName,
  z.strictObject({
    rule: ruleName,
    step: z.number().optional(),
    first: z.number().optional(),
    last: z.number().optional(),
  }),
]);
export type MaskSeed = z.infer<typeof mask>;

const fieldGrant = z.strictObject({
  form: z.union([z.enum(['WITHHELD', 'CLEAR']), z.strictObject({ mask })]).optional(),
  uses: z.array(z.enum(uses)).optional(),
  approvedBy: z.array(z.enum(approvers)).optional(),
});

const verification = z.strictObject({
  tellMismatches: z.boolean().default(false),
  tellNotFound: z.boolean().default(false),
});

const resourceGrant = z.strictObject({
  reach: z.array(z.enum(reaches)),
  fields: z.record(z.string(), fieldGrant),
  links: z.array(z.string()).default([]),
  rows: rows.optional(),
  minors: z.boolean().default(false),
  verification: verification.optional(),
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

const from = z
  .string()
  .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'is a time of day, from 00:00 to 23:59');
const to = z
  .string()
  .regex(
    /^(?!00:00)(?:[01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$/,
    'is a time of day, from 00:01 to 24:00',
  );

const window = z
  .strictObject({
    kind: z.literal('WINDOW'),
    ...concerned,
    days: z.array(z.enum(weekdays)).min(1),
    from,
    to,
  })
  .refine((stated) => stated.from !== stated.to, {
    error: 'ends at another time than it begins; all of a day is from 00:00 to 24:00',
  });

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('WITHHOLD'), ...concerned, field: z.string() }),
  z.strictObject({ kind: z.literal('MASK'), ...concerned, field: z.string(), mask }),
  z.strictObject({ kind: z.literal('ROWS'), ...concerned, rows }),
  window,
  z.strictObject({ kind: z.literal('SUSPEND'), ...concerned }),
]);

const administrator = z.strictObject({
  id: z.string().min(1),
  agency: z.string().min(1),
  role: z.enum(roles),
  key,
});

/** Clients, grants and rules as a file states them. What is not known to the form is refused. */
export const policySeed = z.strictObject({
  clients: z.array(client),
  grants: z.array(grant),
  rules: z.array(rule).default([]),
  /** Who may change all this at run time. */
  administrators: z.array(administrator).default([]),
});

export type PolicySeed = z.infer<typeof policySeed>;
export type PolicySeedInput = z.input<typeof policySeed>;
