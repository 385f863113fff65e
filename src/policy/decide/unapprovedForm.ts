import type { Field } from '../../catalog/model/catalog.js';
import { meetForms, withheld, type Form } from '../model/form.js';

import { ceilingOf, defaultForm } from './ceiling.js';

/**
 * The form in which a grant gives a field that it says nothing of, before anybody approved: what "*" takes
 * of it. Withheld is what a grant could not give, for whatever reason.
 */
export function unapprovedForm(field: Field, scenario: string | null): Form {
  if (field.drift !== undefined) return withheld;
  const form = meetForms(defaultForm(field), ceilingOf(field, scenario, []).form);
  return form.kind === 'MASKED' && field.isWithheld ? withheld : form;
}
