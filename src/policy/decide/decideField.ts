import type { Field } from '../../catalog/model/catalog.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { FieldDecision, Reason } from '../model/decisions.js';
import { describeForm, maskedBut, meetForms, withheld, type Form } from '../model/form.js';
import type { Rule } from '../model/rule.js';
import { intersect, uses, usesOfClear, type Use } from '../model/use.js';

import { ceilingOf } from './ceiling.js';
import type { Permission } from './permission.js';
import { usesAtSource } from './usesAtSource.js';

const noUse: ReadonlySet<Use> = new Set();
/** The uses that a field may have when it is not clear. */
const usesOfHidden: ReadonlySet<Use> = new Set(uses.filter((use) => !usesOfClear.includes(use)));

function describe(form: Form, held: ReadonlySet<Use>): string {
  return `${describeForm(form)} {${[...held].join(' ')}}`;
}

/** The most that a rule allows of a field's form; undefined if it does not concern the field. */
function ruledForm(rule: Rule, field: Field): Form | undefined {
  if (rule.kind === 'WITHHOLD' && rule.field === field.name) return withheld;
  if (rule.kind === 'MASK' && rule.field === field.name) {
    return maskedBut(rule.mask, rule.clearWhere);
  }
  return undefined;
}

/**
 * Decides one field: permission ⊓ ceiling ⊓ rules. A rule that withholds takes all uses too, as
 * NOT_SHARED does. A rule that masks takes the uses that only a clear field may have.
 *
 * @param rules those that concern the requester, purpose and resource
 * @param capabilities those of the resource's source
 */
export function decideField(
  field: Field,
  permission: Permission,
  rules: readonly Rule[],
  capabilities: Capabilities,
): FieldDecision {
  const reasons: Reason[] = [];
  const given = permission.field(field);
  if (!given) {
    const result = describe(withheld, noUse);
    return {
      field,
      form: withheld,
      uses: noUse,
      isCounted: false,
      reasons: [{ step: 'permission', by: `${permission.by} does not name it`, result }],
    };
  }
  if (field.drift !== undefined) {
    const reason: Reason = {
      step: 'ceiling',
      by: field.drift,
      result: describe(withheld, noUse),
    };
    return {
      field,
      form: withheld,
      uses: noUse,
      isCounted: false,
      reasons: [
        { step: 'permission', by: permission.by, result: describeForm(given.form) },
        reason,
      ],
    };
  }
  const ceiling = ceilingOf(field, permission.scenario, given.approvedBy);
  let form = meetForms(given.form, ceiling.form);
  // Unstated uses are those of a clear form. They are removed below if the form ends up not clear.
  let held = intersect(given.uses ?? new Set(usesOfClear), ceiling.uses);
  reasons.push(
    { step: 'permission', by: permission.by, result: describeForm(given.form) },
    { step: 'ceiling', by: ceiling.why, result: describe(form, held) },
  );
  const atSource = usesAtSource(field, capabilities);
  const served = intersect(held, atSource.uses);
  if (served.size < held.size) {
    const by = `its source cannot ${atSource.lacks.join(', ')}`;
    reasons.push({ step: 'ceiling', by, result: describe(form, served) });
    held = served;
  }
  for (const rule of rules) {
    const ruled = ruledForm(rule, field);
    if (!ruled) continue;
    form = meetForms(form, ruled);
    if (ruled.kind === 'WITHHELD') held = noUse;
    reasons.push({ step: 'rule', by: rule.id, result: describe(form, held) });
  }
  if (form.kind !== 'CLEAR' && form.kind !== 'WITHHELD' && field.isWithheld) {
    form = withheld;
    reasons.push({ step: 'ceiling', by: 'WITHHOLD: never in part', result: describe(form, held) });
  }
  const left = form.kind === 'CLEAR' ? held : intersect(held, usesOfHidden);
  if (left.size < held.size) {
    const by = `${usesOfClear.join(', ')} are for what is clear`;
    reasons.push({ step: 'ceiling', by, result: describe(form, left) });
  }
  // A GROUP that was not granted comes with a clear form only.
  const isCounted = held.has('GROUP') && (given.uses !== null || form.kind === 'CLEAR');
  return { field, form, uses: left, isCounted, reasons };
}
