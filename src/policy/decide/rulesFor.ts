import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import type { Rule } from '../model/rule.js';

type FieldRule = Extract<Rule, { readonly kind: 'WITHHOLD' | 'MASK' }>;

/** The same rule for each field of a resource that is of the column which the rule names. */
function ofColumn(rule: FieldRule, resource: Resource, { resources }: Catalog): readonly Rule[] {
  const named = resources.get(rule.resource);
  const column = named?.fields.get(rule.field)?.column.name;
  if (named?.source !== resource.source || named.table !== resource.table) return [];
  return [...resource.fields.values()]
    .filter((field) => field.column.name === column)
    .map((field) => ({ ...rule, resource: resource.name, field: field.name }));
}

/**
 * The rules that concern a resource. One column is one element, wherever it is offered: what a rule
 * takes of a field, it takes of every field of the same column, in every resource over the table.
 *
 * @param rules those that concern the requester and the purpose
 */
export function rulesFor(
  resource: Resource,
  rules: readonly Rule[],
  catalog: Catalog,
): readonly Rule[] {
  return rules.flatMap((rule) => {
    if (rule.kind === 'WITHHOLD' || rule.kind === 'MASK') return ofColumn(rule, resource, catalog);
    return rule.resource === resource.name ? rule : [];
  });
}
