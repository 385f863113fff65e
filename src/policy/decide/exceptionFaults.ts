import type { Catalog } from '../../catalog/model/catalog.js';
import type { FieldDecision } from '../model/decisions.js';
import { describeForm } from '../model/form.js';
import type { PolicySnapshot } from '../model/policySnapshot.js';
import { thePublic } from '../model/requester.js';
import { concerns, type Rule } from '../model/rule.js';
import { scopeFaults } from '../model/scopeFaults.js';

import { decide, type PolicyQuestion } from './decide.js';

type MaskRule = Extract<Rule, { readonly kind: 'MASK' }>;
type Asking = Pick<PolicyQuestion, 'requester' | 'purpose' | 'grant'>;

interface Concerned {
  readonly who: string;
  readonly asking: Asking;
}

/** Each one whom a rule is about, once for each purpose. */
function concernedBy(rule: Rule, { clients, grants }: PolicySnapshot): readonly Concerned[] {
  if (rule.public) {
    return [{ who: 'the public', asking: { requester: thePublic, purpose: null, grant: null } }];
  }
  return [...clients.values()].flatMap(({ id, agency, attributes }) =>
    [...(grants.get(id)?.values() ?? [])]
      .filter(({ purpose }) => concerns(rule, id, purpose))
      .map((grant) => {
        const requester = { kind: 'client', client: id, agency, attributes } as const;
        return { who: `client ${id}`, asking: { requester, purpose: grant.purpose, grant } };
      }),
  );
}

const isShownClear = (decided: FieldDecision | undefined) =>
  decided?.form.kind === 'CLEAR' || decided?.form.kind === 'BY_ROW';

/**
 * For whom the exception of a rule that masks holds in no row, though the field was shown in clear, in all
 * rows or in some: for the same reasons as a form by row that is granted.
 *
 * @returns sentences, as `client a would see Resident.name clear in no row: it has no attribute "district"`
 */
export function exceptionFaults(
  rule: MaskRule,
  snapshot: PolicySnapshot,
  catalog: Catalog,
): readonly string[] {
  const { clearWhere, resource: name, field } = rule;
  const resource = catalog.resources.get(name);
  if (!clearWhere || !resource) return [];
  // Windows open again, and what is suspended is given back.
  const rules = snapshot.rules.filter(({ kind }) => kind === 'MASK' || kind === 'WITHHOLD');
  const others = rules.filter(({ id }) => id !== rule.id);
  const faults = concernedBy(rule, snapshot).flatMap(({ who, asking }) => {
    const decidedBy = (these: readonly Rule[]) =>
      decide({ catalog, rules: these, ...asking })
        .resources.get(name)
        ?.fields.get(field);
    const now = decidedBy(rules);
    if (!now || !isShownClear(decidedBy(others))) return [];
    const told = describeForm(now.form);
    const why = now.reasons.findLast(
      ({ step, result }) => step === 'ceiling' && result.startsWith(told),
    );
    const { attributes } = asking.requester;
    const whys =
      now.form.kind === 'BY_ROW'
        ? scopeFaults(clearWhere, resource, catalog, attributes).map((fault) => `it ${fault}`)
        : [why?.by ?? told];
    return whys.map((by) => `${who} would see ${name}.${field} clear in no row: ${by}`);
  });
  return [...new Set(faults)];
}
