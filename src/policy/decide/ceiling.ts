import type { Field } from '../../catalog/model/catalog.js';
import { clear, masked, withheld, type Form } from '../model/form.js';
import type { Approver } from '../model/grant.js';
import { uses, type Use } from '../model/use.js';

/** The most that the catalog allows of a field, whatever the grant says. */
export interface Ceiling {
  readonly form: Form;
  readonly uses: ReadonlySet<Use>;
  readonly why: string;
}

/** The approvals that each level needs before a value is shown in clear (QD 41). */
export const neededForClear = {
  L1: [],
  L2: [],
  L3: ['PROVIDER'],
  L4: ['PROVIDER', 'AUTHORITY'],
  IMPORTANT: ['PROVIDER', 'AUTHORITY', 'CASE'],
} as const satisfies Record<Field['level'], readonly Approver[]>;

const everyUse: ReadonlySet<Use> = new Set(uses);
const noUse: ReadonlySet<Use> = new Set();

/** The form that the catalog declares: its mask, or withheld without one. */
function declaredForm(field: Field): Form {
  return field.mask ? masked(field.mask) : withheld;
}

/** The form by the field's level, for a grant that states none. */
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

/** Why a field is barred in every form and for every use; null if it is not. */
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

/** Decides the ceiling of a field by its share attribute, its level, the scenario and the approvals. */
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
