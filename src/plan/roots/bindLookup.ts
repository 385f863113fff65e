import { keyListName } from '../../catalog/model/rootNames.js';
import { allOf, isIn, type Filter } from '../../source/filter.js';
import type { BindContext, BoundBatchLookup, BoundLookup } from '../boundPlan.js';
import type { Variables } from '../operation/bindVariables.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { BatchLookupRoot, LookupRoot } from '../queryPlan.js';
import { bindKey, bindKeys } from '../rows/bindKeys.js';

/** Binds a lookup: its key, within the row scope. */
export function bindLookup(
  step: LookupRoot,
  scope: Filter,
  { contract }: BindContext,
  variables: Variables,
): BoundLookup {
  const { key, fields } = step.decision.resource;
  const column = fields.get(key)?.column;
  if (!column) throw new TypeError('a resource has no key');
  const given = fieldArguments('Query', step.node, contract, variables)[key];
  const value = bindKey(column, given, `"${key}" of "${step.node.name.value}"`);
  return { kind: 'lookup', step, key: value, filter: allOf([isIn(column, [value]), scope]) };
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
