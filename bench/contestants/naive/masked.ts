import { UseMiddleware } from 'type-graphql';

import { applyMask, type MaskRuleName } from '../../../src/mask/maskRule.js';

/** Puts a mask on a field, as the values leave. */
export function Masked(rule: MaskRuleName) {
  return UseMiddleware(async (_action, next) => applyMask(rule, await next()));
}
