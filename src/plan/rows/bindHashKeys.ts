import type { BindContext } from '../bindContext.js';
import type { BoundPlan } from '../boundPlan.js';
import type { QueryPlan } from '../queryPlan.js';

const noKeys: BoundPlan['hashKeys'] = new Map();

/** Fetches the keys of a plan's hashes for the grant at work: they are bound to it, so no plan's. */
export function bindHashKeys(
  { keyed }: QueryPlan,
  { grant, hashKeys }: BindContext,
): BoundPlan['hashKeys'] {
  if (keyed.length === 0) return noKeys;
  const id = grant?.id ?? null;
  return new Map(keyed.map(({ entry, coordinate }) => [entry, hashKeys.keyOf(id, coordinate)]));
}
