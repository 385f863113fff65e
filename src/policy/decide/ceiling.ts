import type { Field } from '../../catalog/model/catalog.js';
import { clear, masked, withheld, type Form } from '../model/form.js';
import type { Approver } from '../model/grant.js';
import { uses, type Use } from '../model/use.js';

/** The most that the catalog lets anyone have of a field. */
export interface Ceiling {
  readonly form: Form;
  readonly uses: ReadonlySet<Use>;
  readonly why: string;
}

/** Whose approval each level asks for before a value is shown in clear (QD 41). */
const neededForClear = {
  L1: [],
  L2: [],
  L3: ['PROVIDER'],
  L4: ['PROVIDER', 'AUTHORITY'],
  IMPORTANT: ['PROVIDER', 'AUTHORITY', 'CASE'],
} as const satisfies Record<Field['level'], readonly Approver[]>;

const everyUse: ReadonlySet<Use> = new Set(uses);
const noUse: ReadonlySet<Use> = new Set();

/** The catalog's own form: its mask; without one, nothing. */
function declaredForm(field: Field): Form {
  return field.mask ? masked(field.mask) : withheld;
}

/** What a grant that says nothing of the form gives, by the field's level. */
export function defaultForm(field: Field): Form {
  switch (field.level) {
    case 'L1':
    case 'L2':
      return field.mask || field.isWithheld ? declaredForm(field) : clear;
    case 'L3':
      return declaredForm(field);
    case 'L4':
    case 'IMPORTANT':
      return withheld;
  }
}

/** Why nothing of a field may be had, in no form and for no use; null where something may. */
function whyNothing(
  { share, shareBasis, level, necessaryIn }: Field,
  scenario: string | null,
  approvedBy: readonly Approver[],
): string | null {
  if (share === 'NOT_SHARED') return `NOT_SHARED: ${shareBasis ?? ''}`;
  if (level === 'IMPORTANT' && !approvedBy.includes('CASE')) {
    return 'level IMPORTANT without approval of the CASE';
  }
  if (necessaryIn === null || (scenario !== null && necessaryIn.includes(scenario))) return null;
  return `necessary in ${necessaryIn.join(', ')} only`;
}

/**
 * Decides the ceiling of a field from its share attribute, the scenario it was applied for in, its
 * level and who approved clear.
 */
export function ceilingOf(
  field: Field,
  scenario: string | null,
  approvedBy: readonly Approver[],
): Ceiling {
  const bar = whyNothing(field, scenario, approvedBy);
  if (bar !== null) return { form: withheld, uses: noUse, why: bar };
  const missing = neededForClear[field.level].filter((approver) => !approvedBy.includes(approver));
  if (missing.length === 0) return { form: clear, uses: everyUse, why: `level ${field.level}` };
  const why = `level ${field.level} without approval of ${missing.join(' and ')}`;
  return { form: declaredForm(field), uses: everyUse, why };
}
