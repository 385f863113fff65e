import type { Catalog } from '../../catalog/model/catalog.js';
import { exceptionFaults } from '../../policy/decide/exceptionFaults.js';
import type { PolicySnapshot } from '../../policy/model/policySnapshot.js';
import { concerns, type Rule } from '../../policy/model/rule.js';
import { scopeFaults } from '../../policy/model/scopeFaults.js';
import { refusalOf } from '../workflow/refusalOf.js';

/** Those whose rows a rule takes all of, since it compares with what they do not have. */
function emptied(
  rule: Extract<Rule, { readonly kind: 'ROWS' }>,
  { clients, grants }: PolicySnapshot,
  catalog: Catalog,
): readonly string[] {
  const resource = catalog.resources.get(rule.resource);
  if (!resource) return [];
  if (rule.public) {
    const faults = scopeFaults(rule.rows, resource, catalog, new Map());
    return faults.map((fault) => `the public ${fault}, so no row would be left`);
  }
  return [...clients.values()].flatMap(({ id, attributes }) => {
    const isConcerned = [...(grants.get(id)?.values() ?? [])].some(
      ({ purpose, resources }) => resources.has(rule.resource) && concerns(rule, id, purpose),
    );
    const faults = isConcerned ? scopeFaults(rule.rows, resource, catalog, attributes) : [];
    return faults.map((fault) => `client ${id} ${fault}, so no row would be left`);
  });
}

function problemsOf(rule: Rule, left: PolicySnapshot, catalog: Catalog): readonly string[] {
  if (rule.kind === 'ROWS') return emptied(rule, left, catalog);
  return rule.kind === 'MASK' ? exceptionFaults(rule, left, catalog) : [];
}

/**
 * Looks whether a new rule restricts as it says, and does not take everything by a slip.
 *
 * @throws {ExchangeError} BAD_USER_INPUT that names each client that could not be compared
 */
export function checkRule(left: PolicySnapshot, catalog: Catalog, id: string): void {
  const rule = left.rules.find((one) => one.id === id);
  const problems = rule ? problemsOf(rule, left, catalog) : [];
  if (problems.length > 0) throw refusalOf(...problems);
}
