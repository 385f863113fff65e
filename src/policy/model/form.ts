import { describeMask, type Mask } from '../../mask/mask.js';
import { meetMasks } from '../../mask/meet/meetMasks.js';

import { allOf, leavesOf, type Condition } from './condition.js';

/**
 * How much of a field is shown: WITHHELD < MASKED(mask) < BY_ROW(mask, condition) < CLEAR. By row, it is
 * clear in the rows that meet the condition, and masked in all others.
 */
export type Form =
  | { readonly kind: 'WITHHELD' }
  | { readonly kind: 'MASKED'; readonly mask: Mask }
  | { readonly kind: 'BY_ROW'; readonly mask: Mask; readonly clearWhere: Condition }
  | { readonly kind: 'CLEAR' };

export const withheld: Form = Object.freeze({ kind: 'WITHHELD' });
export const clear: Form = Object.freeze({ kind: 'CLEAR' });

export function masked(mask: Mask): Form {
  return Object.freeze({ kind: 'MASKED', mask });
}

export function byRow(mask: Mask, clearWhere: Condition): Form {
  return Object.freeze({ kind: 'BY_ROW', mask, clearWhere });
}

/** Masked in every row, or in those that do not meet a condition, where one is stated. */
export function maskedBut(mask: Mask, clearWhere: Condition | undefined): Form {
  return clearWhere ? byRow(mask, clearWhere) : masked(mask);
}

/** The rows that meet both of two conditions: each part once, in an order that does not hang on theirs. */
function both(one: Condition, other: Condition): Condition {
  const parts = [one, other].flatMap((of) => (of.kind === 'and' ? of.of : of));
  const texts = new Map(parts.map((part) => [JSON.stringify(part), part] as const));
  const inOrder = [...texts].sort(([text], [next]) => (text < next ? -1 : 1));
  return allOf(inOrder.map(([, part]) => part));
}

/**
 * The meet of two forms: a form that shows no more than either, in any row. Of two by row, it is clear where
 * both are. The other rows have one mask, the meet of the two, though one of them may be clear there.
 */
export function meetForms(one: Form, other: Form): Form {
  if (one.kind === 'WITHHELD' || other.kind === 'WITHHELD') return withheld;
  if (one.kind === 'CLEAR') return other;
  if (other.kind === 'CLEAR') return one;
  if (keyOf(one) === keyOf(other)) return one;
  const mask = meetMasks(one.mask, other.mask);
  if (one.kind === 'MASKED' || other.kind === 'MASKED') return masked(mask);
  return byRow(mask, both(one.clearWhere, other.clearWhere));
}

/** What a form shows in the rows in which it shows most. */
export function atMost(form: Form): Form {
  return form.kind === 'BY_ROW' ? clear : form;
}

/** What a form shows in the rows in which it shows least. */
export function atLeast(form: Form): Form {
  return form.kind === 'BY_ROW' ? masked(form.mask) : form;
}

/**
 * Whether a form shows no more than another, of one field in one row: if the two meet in the first. Of
 * different rows, whoever asks compares the most of the one with the least of the other.
 */
export function showsNoMore(form: Form, than: Form): boolean {
  return keyOf(meetForms(form, than)) === keyOf(form);
}

/** The fields that decide in which rows a form is clear. */
export function fieldsOfForm(form: Form): readonly string[] {
  if (form.kind !== 'BY_ROW') return [];
  const names = leavesOf(form.clearWhere).flatMap((leaf) => ('field' in leaf ? leaf.field : []));
  return [...new Set(names)];
}

/**
 * `CLEAR`, `WITHHELD`, `MASKED(KEEP(2,3))`, `BY_ROW(NAME,divisionCode)`. Reasons and the record use it: it
 * has no value that a condition compares with.
 */
export function describeForm(form: Form): string {
  switch (form.kind) {
    case 'MASKED':
      return `MASKED(${describeMask(form.mask)})`;
    case 'BY_ROW':
      return `BY_ROW(${[describeMask(form.mask), ...fieldsOfForm(form)].join()})`;
    case 'WITHHELD':
    case 'CLEAR':
      return form.kind;
  }
}

/** A text that only equal forms have. The fingerprint uses it. */
export function keyOf(form: Form): string {
  const text = describeForm(form);
  return form.kind === 'BY_ROW' ? `${text} ${JSON.stringify(form.clearWhere)}` : text;
}
