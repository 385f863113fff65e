import { z } from 'zod';

import type { Resource } from '../../catalog/model/catalog.js';
import { redactMask, type Mask } from '../../mask/mask.js';
import {
  approvers,
  type FieldGrant,
  type Grant,
  type ResourceGrant,
} from '../../policy/model/grant.js';
import { reaches, uses } from '../../policy/model/use.js';
import type { ClientId, GrantId, PurposeCode } from '../../shared/brand.js';

import { compileClearWhere } from './compileClearWhere.js';
import { compileCondition } from './compileCondition.js';
import { conditionSeed } from './conditionSeed.js';
import { compileMask, maskSeed, type MaskSeed } from './maskSeed.js';
import type { Place } from './place.js';

/** An approval is an act of an office, and names it, so that an auditor can find it. */
const approvalSeed = z.strictObject(
  {
    role: z.enum(approvers),
    /** As the office numbers its acts. */
    number: z.string().min(1).max(100),
    date: z.iso.date(),
    office: z.string().min(1).max(100),
  },
  { error: 'an approval names its act: { role, number, date, office }' },
);
export type ApprovalSeed = z.infer<typeof approvalSeed>;

export const formSeed = z.union([
  z.enum(['WITHHELD', 'CLEAR']),
  z.strictObject({ mask: maskSeed }),
  // In the rows that do not meet the condition stands the mask, or the catalog's where none is stated.
  z.strictObject({ mask: maskSeed.optional(), clearWhere: conditionSeed }),
]);
export type FormSeed = z.infer<typeof formSeed>;

export const fieldGrantSeed = z.strictObject({
  form: formSeed.optional(),
  uses: z.array(z.enum(uses)).optional(),
  approvedBy: z.array(approvalSeed).optional(),
});

const verificationSeed = z.strictObject({
  tellMismatches: z.boolean().default(false),
  tellNotFound: z.boolean().default(false),
});

export const resourceGrantSeed = z.strictObject({
  reach: z.array(z.enum(reaches)),
  fields: z.record(z.string(), fieldGrantSeed),
  links: z.array(z.string()).default([]),
  rows: conditionSeed.optional(),
  minors: z.boolean().default(false),
  verification: verificationSeed.optional(),
});

export const grantSeed = z.strictObject({
  id: z.string().min(1),
  client: z.string().min(1),
  purpose: z.string().min(1),
  scenario: z.string().min(1).optional(),
  validUntil: z.iso.datetime({ offset: true }),
  resources: z.record(z.string(), resourceGrantSeed),
});
export type GrantSeed = z.infer<typeof grantSeed>;

/** Tells where a field is applied for in another scenario than those that it is necessary in. */
function checkScenario(
  field: string,
  scenario: string | undefined,
  resource: Resource | undefined,
  place: Place,
): void {
  const scenarios = resource?.fields.get(field)?.necessaryIn;
  if (!scenarios || (scenario !== undefined && scenarios.includes(scenario))) return;
  const stated = scenario === undefined ? 'the grant states none' : 'the grant states another';
  place.tell(`"${field}" is necessary in the scenario ${scenarios.join(', ')} only; ${stated}`);
}

/** The mask of a form by row; one that is not stated is the catalog's. */
function maskOf(
  mask: MaskSeed | undefined,
  name: string,
  resource: Resource | undefined,
  place: Place,
): Mask {
  if (mask !== undefined) return compileMask(mask, name, resource, place);
  const field = resource?.fields.get(name);
  if (field && !field.mask && !field.isWithheld) {
    place.tell(`"${name}" has no mask in the catalog; state one beside \`clearWhere\``);
  }
  return field?.mask ?? redactMask;
}

function compileForm(
  form: FormSeed,
  name: string,
  resource: Resource | undefined,
  place: Place,
): FieldGrant['form'] {
  if (typeof form !== 'object') return form;
  const mask = maskOf(form.mask, name, resource, place);
  if (!('clearWhere' in form)) return { mask };
  return { mask, clearWhere: compileClearWhere(form.clearWhere, name, resource, place) };
}

function compileFieldGrant(
  { form, uses: given, approvedBy }: z.infer<typeof fieldGrantSeed>,
  field: string,
  resource: Resource | undefined,
  place: Place,
): FieldGrant {
  place.checkField(field, resource);
  const rest = { uses: given, approvedBy: approvedBy?.map(({ role }) => role) };
  return { ...rest, form: form && compileForm(form, field, resource, place) };
}

function compileResourceGrant(
  { fields, rows, ...rest }: z.infer<typeof resourceGrantSeed>,
  name: string,
  scenario: string | undefined,
  place: Place,
): ResourceGrant {
  const resource = place.resource(name);
  const compiled = Object.entries(fields).map(([field, seed]) => {
    checkScenario(field, scenario, resource, place);
    return [field, compileFieldGrant(seed, field, resource, place)] as const;
  });
  for (const link of rest.links) {
    if (resource && !resource.links.has(link)) place.tell(`${name} has no link "${link}"`);
  }
  if (rest.verification && !rest.reach.includes('VERIFY')) {
    place.tell('`verification` goes with the reach VERIFY');
  }
  return { ...rest, fields: new Map(compiled), rows: compileCondition(rows, resource, place) };
}

/** @param place the grant's */
export function compileGrant(seed: GrantSeed, place: Place): Grant {
  const resources = Object.entries(seed.resources).map(
    ([name, given]) =>
      [name, compileResourceGrant(given, name, seed.scenario, place.within(name))] as const,
  );
  return {
    id: seed.id as GrantId,
    client: seed.client as ClientId,
    purpose: seed.purpose as PurposeCode,
    scenario: seed.scenario ?? null,
    validUntil: Date.parse(seed.validUntil),
    resources: new Map(resources),
  };
}
