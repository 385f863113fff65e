import { describeMask, type Mask } from '../../mask/mask.js';
import { meetMasks } from '../../mask/meet/meetMasks.js';

/** How much of a field is shown: WITHHELD < MASKED(mask) < CLEAR. */
export type Form =
  | { readonly kind: 'WITHHELD' }
  | { readonly kind: 'MASKED'; readonly mask: Mask }
  | { readonly kind: 'CLEAR' };

export const withheld: Form = Object.freeze({ kind: 'WITHHELD' });
export const clear: Form = Object.freeze({ kind: 'CLEAR' });

export function masked(mask: Mask): Form {
  return Object.freeze({ kind: 'MASKED', mask });
}

/** The meet of two forms: the greatest form that shows no more than either. */
export function meetForms(one: Form, other: Form): Form {
  if (one.kind === 'WITHHELD' || other.kind === 'WITHHELD') return withheld;
  if (one.kind === 'CLEAR') return other;
  if (other.kind === 'CLEAR') return one;
  return masked(meetMasks(one.mask, other.mask));
}

/** Whether a form shows no more than another. That is so if the two meet in the first. */
export function showsNoMore(form: Form, than: Form): boolean {
  return describeForm(meetForms(form, than)) === describeForm(form);
}

/** `CLEAR`, `WITHHELD`, `MASKED(KEEP(2,3))`. Reasons, the record and the fingerprint use it. */
export function describeForm(form: Form): string {
  return form.kind === 'MASKED' ? `MASKED(${describeMask(form.mask)})` : form.kind;
}
