import { claimsName } from '../../catalog/model/rootNames.js';
import type { Filter } from '../../source/filter.js';
import type { BindContext, BoundVerify, Claimed } from '../boundPlan.js';
import { maxVerifications } from '../limits.js';
import type { Variables } from '../operation/bindVariables.js';
import { fieldArguments } from '../operation/fieldArguments.js';
import type { VerifyRoot } from '../queryPlan.js';
import { bindKey, bindKeys } from '../rows/bindKeys.js';

type Given = Readonly<Record<string, unknown>>;

/** Binds a verification: its keys, beside the row scope, and what is claimed of each. */
export function bindVerify(
  step: VerifyRoot,
  scope: Filter,
  { contract }: BindContext,
  variables: Variables,
): BoundVerify {
  const { node, decision, to, isBatch } = step;
  const { key } = decision.resource;
  const given = fieldArguments('Query', node, contract, variables);
  const field = node.name.value;
  // The contract's schema takes an object of claims, or a list of such with their keys.
  const claimsOf = (stated: Given) => stated[claimsName] as Claimed['claims'];
  if (!isBatch) {
    const only = {
      key: bindKey(to, given[key], `"${key}" of "${field}"`),
      claims: claimsOf(given),
    };
    return { kind: 'verify', step, claimed: [only], scope };
  }
  const items = given[claimsName] as readonly Given[];
  const keys = items.map((item) => item[key]);
  const bound = bindKeys(to, keys, `"${claimsName}" of "${field}"`, maxVerifications);
  const claimed = items.flatMap((item, index): Claimed[] => {
    const parameter = bound[index];
    return parameter === undefined ? [] : [{ key: parameter, claims: claimsOf(item) }];
  });
  return { kind: 'verify', step, claimed, scope };
}
