import { z } from 'zod';

import type { Rule } from '../../policy/model/rule.js';
import { weekdays } from '../../policy/model/window.js';
import type { ClientId, PurposeCode } from '../../shared/brand.js';

import { compileClearWhere } from './compileClearWhere.js';
import { compileCondition } from './compileCondition.js';
import { conditionSeed } from './conditionSeed.js';
import { compileMask, maskSeed } from './maskSeed.js';
import type { Place } from './place.js';

/** What every rule states: its id, and whom and what it concerns. */
const concerned = {
  id: z.string().min(1),
  client: z.string().optional(),
  purpose: z.string().optional(),
  public: z.literal(true).optional(),
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

const windowSeed = z
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

export const ruleSeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('WITHHOLD'), ...concerned, field: z.string() }),
  z.strictObject({
    kind: z.literal('MASK'),
    ...concerned,
    field: z.string(),
    mask: maskSeed,
    // No mask is put on in the rows that meet it; what is granted holds there.
    clearWhere: conditionSeed.optional(),
  }),
  z.strictObject({ kind: z.literal('ROWS'), ...concerned, rows: conditionSeed }),
  windowSeed,
  z.strictObject({ kind: z.literal('SUSPEND'), ...concerned }),
]);
export type RuleSeed = z.infer<typeof ruleSeed>;

/** @param place the rule's */
export function compileRule(seed: RuleSeed, place: Place): Rule {
  const resource = place.resource(seed.resource);
  const client = seed.client as ClientId | undefined;
  const purpose = seed.purpose as PurposeCode | undefined;
  if (seed.public && (client !== undefined || purpose !== undefined)) {
    place.tell('a rule for the public alone names no client and no purpose');
  }
  if ('field' in seed) place.checkField(seed.field, resource);
  if (seed.kind === 'MASK') {
    const mask = compileMask(seed.mask, seed.field, resource, place);
    const clearWhere =
      seed.clearWhere && compileClearWhere(seed.clearWhere, seed.field, resource, place);
    return { ...seed, client, purpose, mask, clearWhere };
  }
  return seed.kind === 'ROWS'
    ? { ...seed, client, purpose, rows: compileCondition(seed.rows, resource, place) }
    : { ...seed, client, purpose };
}
