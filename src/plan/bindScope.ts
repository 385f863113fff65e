import type { Resource } from '../catalog/catalog.js';
import type { Condition, Literal } from '../policy/condition.js';
import type { Attributes } from '../policy/requester.js';

import { noRows, type Comparison, type Filter, type Parameter } from './connector.js';
import { encodeParameter } from './encodeParameter.js';

const allRows: Filter = Object.freeze({ kind: 'all', of: Object.freeze([]) });

function valuesOf(
  condition: Extract<Condition, { kind: 'in' }>,
  attributes: Attributes,
): readonly Literal[] {
  const { operand } = condition;
  return operand.kind === 'literals' ? operand.values : (attributes.get(operand.attribute) ?? []);
}

/**
 * Binds a row scope to a requester's attributes. An attribute that is missing, or whose values the
 * column cannot hold, leaves nothing of the whole scope, wherever it stands.
 */
export function bindScope(scope: Condition, resource: Resource, attributes: Attributes): Filter {
  switch (scope.kind) {
    case 'everything':
      return allRows;
    case 'nothing':
      return noRows;
    case 'in': {
      const column = resource.fields.get(scope.field)?.column;
      if (!column) return noRows;
      const values: Parameter[] = [];
      for (const value of valuesOf(scope, attributes)) {
        const encoded = encodeParameter(column, value);
        if (encoded === undefined) return noRows;
        values.push(encoded);
      }
      return values.length > 0 ? { kind: 'all', of: [{ column, operator: 'in', values }] } : noRows;
    }
    case 'and':
      return bothFilters(...scope.of.map((part) => bindScope(part, resource, attributes)));
  }
}

/** The rows that every one of the filters lets through. */
export function bothFilters(...filters: readonly Filter[]): Filter {
  const of: Comparison[] = [];
  for (const filter of filters) {
    if (filter.kind === 'nothing') return noRows;
    of.push(...filter.of);
  }
  return of.length === 0 ? allRows : { kind: 'all', of };
}
