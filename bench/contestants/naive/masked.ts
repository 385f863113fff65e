import { UseMiddleware } from 'type-graphql';

import { applyMask } from '../../../src/mask/applyMask.js';
import type { PlainRule } from '../../../src/mask/mask.js';

/** Puts a mask on a field, as the values leave. */
export function Masked(rule: PlainRule) {
  const mask = { rule };
  return UseMiddleware(async (_action, next) => applyMask(mask, await next()));
}
