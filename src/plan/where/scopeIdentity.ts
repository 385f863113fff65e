import type { Resource } from '../../catalog/model/catalog.js';
import { leavesOf, type Condition } from '../../policy/model/condition.js';
import { canonical } from '../../source/column/canonical.js';
import type { Filter } from '../../source/request/filter.js';

import { bindScope, type ScopeContext } from './bindScope.js';

/**
 * A day that stands for today. What hangs on the true day would be another scope every day, and whoever
 * asked on many days could take an average. A scope that looks ahead is bound to one that has days of the
 * calendar after it, as far as scopes reach.
 */
const [lastDay, middleDay] = ['9999-12-31', '5555-05-15'];

function looksAhead(scope: Condition): boolean {
  return leavesOf(scope).some((leaf) => {
    if (leaf.kind === 'some') return looksAhead(leaf.of);
    if (leaf.kind === 'has' || leaf.kind === 'isNull' || leaf.operand.kind !== 'today')
      return false;
    const { months, days } = leaf.operand.period;
    return months > 0 || days > 0;
  });
}

const byText = (parts: readonly unknown[]): readonly unknown[] => {
  const texts = new Set(parts.map((part) => JSON.stringify(part)));
  return [...texts].sort().map((text) => JSON.parse(text) as unknown);
};

/** What a filter says, written in one way. */
function written(filter: Filter): readonly unknown[] {
  switch (filter.kind) {
    case 'everything':
    case 'nothing':
      return [filter.kind];
    case 'compare': {
      const { column, operator, values } = filter;
      const spelled = values.map((value) => (operator === 'in' ? canonical(column, value) : value));
      const read = column.reading?.kind === 'birth' ? [column.name, 'birth'] : [column.name];
      return [operator, ...read, byText(spelled)];
    }
    case 'isNull':
      return [filter.kind, filter.column.name];
    case 'contains':
      return [filter.kind, filter.column.name, filter.text];
    case 'has':
      return [filter.kind, filter.column.name, filter.value];
    case 'related':
    case 'elsewhere': {
      const { source, table, from, to, scope, condition } = filter;
      const ends = from.map(({ name }, at) => [name, to[at]?.name]);
      return ['related', source, table, byText(ends), written(scope), written(condition)];
    }
    case 'and':
    case 'or': {
      const parts = byText(filter.of.map(written));
      return parts.length === 1 ? (parts[0] as readonly unknown[]) : [filter.kind, ...parts];
    }
    case 'not':
      return [filter.kind, written(filter.of)];
  }
}

/**
 * What tells a row scope, as bound to a requester's attributes, apart from other scopes. Scopes that say
 * the same in another order are the same, and so is one scope on all days. It says nothing of how the
 * source holds its columns, which may change under a scope that does not.
 */
export function scopeIdentity(
  scope: Condition,
  resource: Resource,
  context: Omit<ScopeContext, 'today'>,
): string {
  const today = looksAhead(scope) ? middleDay : lastDay;
  return JSON.stringify(written(bindScope(scope, resource, { ...context, today })));
}
