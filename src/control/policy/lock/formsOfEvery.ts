import type { Field, Resource } from '../../../catalog/model/catalog.js';
import { defaultForm } from '../../../policy/decide/ceiling.js';
import { unapprovedForm } from '../../../policy/decide/unapprovedForm.js';
import type { Form } from '../../../policy/model/form.js';
import type { FormSeed } from '../grantSeed.js';
import type { Place } from '../place.js';

import type { StatedFields } from './statedGrant.js';

/** Forms by the names of fields. */
export type FormsByField = Readonly<Record<string, FormSeed>>;

function seedOf(form: Form): FormSeed {
  if (form.kind === 'WITHHELD' || form.kind === 'CLEAR') return form.kind;
  const { rule, ...parameters } = form.mask;
  return { mask: Object.keys(parameters).length > 0 ? { rule, ...parameters } : rule };
}

/**
 * The forms of all fields that "*" stands for, and of those beside it that state none, by the catalog as it
 * is now. Once they are kept, a field that is added, or a level that is lowered, widens nothing.
 *
 * @param place the resource's in the grant
 */
export function formsOfEvery(
  { fields: named, except }: StatedFields & { readonly except: readonly string[] },
  resource: Resource,
  scenario: string | null,
  place: Place,
): FormsByField {
  for (const name of except) {
    place.checkField(name, resource);
    if (Object.hasOwn(named, name)) place.tell(`"${name}" is named, and excepted from "*"`);
  }
  const forms = [...resource.fields.values()].flatMap((field: Field): [string, FormSeed][] => {
    const { name } = field;
    const stated = Object.hasOwn(named, name) ? named[name] : undefined;
    if (stated) return stated.form === undefined ? [[name, seedOf(defaultForm(field))]] : [];
    if (except.includes(name)) return [];
    const form = unapprovedForm(field, scenario);
    return form.kind === 'WITHHELD' ? [] : [[name, seedOf(form)]];
  });
  if (forms.every(([name]) => Object.hasOwn(named, name))) {
    place.tell('"*" stands for no field; each other one is withheld without approval');
  }
  return Object.fromEntries(forms);
}
