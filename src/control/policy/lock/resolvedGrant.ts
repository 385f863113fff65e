import type { GrantSeed } from '../grantSeed.js';

import type { FormsByField } from './formsOfEvery.js';
import type { StatedFields, StatedGrant } from './statedGrant.js';

type Fields = GrantSeed['resources'][string]['fields'];

/** What a grant states of a resource where it states "*". */
export type StatedEvery = StatedFields & { readonly except: readonly string[] };

function isEvery(stated: StatedFields): stated is StatedEvery {
  return stated.except !== null;
}

function withForms(named: Fields, forms: FormsByField): Fields {
  const formed = Object.entries(forms).map(
    ([name, form]) => [name, { ...named[name], form }] as const,
  );
  return { ...named, ...Object.fromEntries(formed) };
}

/**
 * A grant with each "*" in the place of which its fields stand.
 *
 * @param formsOf the forms of a resource for which "*" is stated
 */
export function resolvedGrant(
  { resources, ...grant }: StatedGrant,
  formsOf: (name: string, stated: StatedEvery) => FormsByField,
): GrantSeed {
  const resolved = Object.entries(resources).map(([name, { fields: stated, ...rest }]) => {
    const forms = isEvery(stated) ? formsOf(name, stated) : {};
    return [name, { ...rest, fields: withForms(stated.fields, forms) }] as const;
  });
  return { ...grant, resources: Object.fromEntries(resolved) };
}
