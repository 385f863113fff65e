import type { MaskRuleName } from './maskRule.js';

/**
 * The weaker of two masks, so that it shows no more than either. Rules that the order does not
 * compare keep different parts of a value, so only `REDACT` lies below both.
 */
export function meetMasks(one: MaskRuleName, other: MaskRuleName): MaskRuleName {
  return one === other ? one : 'REDACT';
}
