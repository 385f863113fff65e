import { keyListName } from '../catalog/names.js';
import { ExchangeError } from '../errors/exchangeError.js';

import { bindKeys } from './bindKeys.js';
import type { Variables } from './bindVariables.js';
import type { BindContext, BoundBatchLookup, BoundLookup } from './boundPlan.js';
import { encodeParameter } from './encodeParameter.js';
import { fieldArguments } from './fieldArguments.js';
import { allOf, isIn, type Filter } from './filter.js';
import type { BatchLookupRoot, LookupRoot } from './queryPlan.js';

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

/** Binds a lookup of many rows: their keys, in the order asked, beside the row scope. */
export function bindBatchLookup(
  step: BatchLookupRoot,
  scope: Filter,
  { contract, limits }: BindContext,
  variables: Variables,
): BoundBatchLookup {
  const { node, decision, to } = step;
  const name = keyListName(decision.resource.key);
  const given = fieldArguments('Query', node, contract, variables)[name];
  // The contract's schema takes a list, and graphql-js makes one of a single value.
  const keys = given as readonly unknown[];
  const place = `"${name}" of "${node.name.value}"`;
  return {
    kind: 'batchLookup',
    step,
    keys: bindKeys(to, keys, place, limits.maxListLength),
    scope,
  };
}
