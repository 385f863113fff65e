import { ExchangeError } from '../errors/exchangeError.js';

import { bothFilters } from './bindScope.js';
import type { Variables } from './bindVariables.js';
import type { BindContext, BoundLookup } from './boundPlan.js';
import type { Filter } from './connector.js';
import { encodeParameter } from './encodeParameter.js';
import type { LookupRoot } from './queryPlan.js';
import { rootArguments } from './rootArguments.js';

/** Binds a lookup: its key, within the row scope. */
export function bindLookup(
  step: LookupRoot,
  scope: Filter,
  context: BindContext,
  variables: Variables,
): BoundLookup {
  const { resource } = step.decision;
  const column = resource.fields.get(resource.key)?.column;
  const given = rootArguments(step.node, context, variables)[resource.key];
  const value = column && encodeParameter(column, given);
  if (!column || value === undefined) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument "${resource.key}" of "${step.node.name.value}" takes a well-formed value of its type.`,
    );
  }
  const byKey: Filter = { kind: 'all', of: [{ column, operator: 'in', values: [value] }] };
  return { kind: 'lookup', step, filter: bothFilters(byKey, scope) };
}
