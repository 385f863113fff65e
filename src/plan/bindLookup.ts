import { ExchangeError } from '../errors/exchangeError.js';

import type { Variables } from './bindVariables.js';
import type { BindContext, BoundLookup } from './boundPlan.js';
import { encodeParameter } from './encodeParameter.js';
import { fieldArguments } from './fieldArguments.js';
import { allOf, isIn, type Filter } from './filter.js';
import type { LookupRoot } from './queryPlan.js';

/** Binds a lookup: its key, within the row scope. */
export function bindLookup(
  step: LookupRoot,
  scope: Filter,
  { contract }: BindContext,
  variables: Variables,
): BoundLookup {
  const { resource } = step.decision;
  const column = resource.fields.get(resource.key)?.column;
  const given = fieldArguments('Query', step.node, contract, variables)[resource.key];
  const value = column && encodeParameter(column, given);
  if (!column || value === undefined) {
    throw new ExchangeError(
      'BAD_USER_INPUT',
      `Argument "${resource.key}" of "${step.node.name.value}" takes a well-formed value of its type.`,
    );
  }
  return { kind: 'lookup', step, filter: allOf([isIn(column, [value]), scope]) };
}
