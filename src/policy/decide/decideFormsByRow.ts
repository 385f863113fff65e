import type { Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition } from '../model/condition.js';
import type { FieldDecision } from '../model/decisions.js';
import { atLeast, describeForm } from '../model/form.js';

import { whyScopeBars } from './whyScopeBars.js';

type Fields = ReadonlyMap<string, FieldDecision>;

/** Why no row may be clear by a condition; null where rows may. */
function whyInNoRow(
  condition: Condition,
  fields: Fields,
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
): string | null {
  if (!resource.capabilities.canTest) return 'its source cannot tell rows apart';
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind === 'some') return 'it would be clear by what linked rows hold';
    if (leaf.kind === 'has') continue;
    if (fields.get(leaf.field)?.form.kind !== 'CLEAR') {
      return `it would be clear by "${leaf.field}", which is not clear itself`;
    }
  }
  return whyScopeBars(condition, resource, resources)?.by ?? null;
}

/**
 * Decides which forms by row hold. Which rows are clear is seen, so it may hang on nothing that is not: the
 * fields that decide it must be clear in all rows. Where they are not, the mask is put on in every row.
 *
 * @param fields the decisions of the resource's fields, each by itself
 */
export function decideFormsByRow(
  fields: Fields,
  resource: Resource,
  resources: ReadonlyMap<string, Resource>,
): Fields {
  const settled = [...fields].map(([name, decision]): readonly [string, FieldDecision] => {
    if (decision.form.kind !== 'BY_ROW') return [name, decision];
    const by = whyInNoRow(decision.form.clearWhere, fields, resource, resources);
    if (by === null) return [name, decision];
    const form = atLeast(decision.form);
    const reason = { step: 'ceiling', by, result: describeForm(form) } as const;
    return [name, { ...decision, form, reasons: [...decision.reasons, reason] }];
  });
  return new Map(settled);
}
