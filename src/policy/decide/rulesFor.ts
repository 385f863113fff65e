import type { Catalog, Resource } from '../../catalog/model/catalog.js';
import { originOf } from '../../catalog/model/originOf.js';
import type { Rule } from '../model/rule.js';

import { exceptionOf } from './exceptionOf.js';

type FieldRule = Extract<Rule, { readonly kind: 'WITHHOLD' | 'MASK' }>;

/** The same rule for each field of a resource that is of the column which the rule names. */
function ofColumn(rule: FieldRule, resource: Resource, { resources }: Catalog): readonly Rule[] {
  const named = resources.get(rule.resource);
  const ruled = named?.fields.get(rule.field);
  if (!named || !ruled || named.source !== resource.source) return [];
  const { table, column } = originOf(ruled, named);
  return [...resource.fields.values()]
    .filter((field) => {
      const origin = originOf(field, resource);
      return origin.table === table && origin.column === column;
    })
    .map((field) => {
      const of = { ...rule, resource: resource.name, field: field.name };
      if (of.kind === 'WITHHOLD') return of;
      return { ...of, clearWhere: exceptionOf(of.clearWhere, named, resource) };
    });
}

/**
 * The rules that concern a resource. One column is one element, wherever it is offered: what a rule
 * takes of a field, it takes of every field of the same column, in every resource over the table or over a
 * view of it. Where nothing there tells of a row whether it meets the rule's exception, none holds.
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
