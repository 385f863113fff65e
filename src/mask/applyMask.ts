import type { Mask } from './mask.js';
import { redacted } from './rules/maskRedact.js';
import { maskRules } from './rules/maskRules.js';

/**
 * The last code that touches a value under a mask. Null stays null; whatever the mask cannot be
 * applied to, or would leave as it was, becomes `****`. Never throws.
 *
 * @param key for a keyed rule; without it, nothing of the value is shown
 */
export function applyMask(mask: Mask, value: unknown, key?: Uint8Array): string | null {
  if (value === null) return null;
  const masked = maskRules[mask.rule].apply(value, mask, key);
  return masked === null || masked === value ? redacted : masked;
}
