import type { MaskRuleName } from './maskRule.js';

/** The rules that show less of the same value than a rule does. `REDACT` lies below every rule. */
const below: { readonly [Rule in MaskRuleName]?: readonly MaskRuleName[] } = {
  YEAR_MONTH: ['YEAR'],
};

function isBelow(one: MaskRuleName, other: MaskRuleName): boolean {
  return one === other || (below[other]?.includes(one) ?? false);
}

/**
 * The weaker of two masks, so that it shows no more than either. Rules that the order does not
 * compare keep different parts of a value, so only `REDACT` lies below both.
 */
export function meetMasks(one: MaskRuleName, other: MaskRuleName): MaskRuleName {
  if (isBelow(one, other)) return one;
  return isBelow(other, one) ? other : 'REDACT';
}
