import type { Mask } from './mask.js';
import { redacted } from './rules/maskRedact.js';
import { maskRules } from './rules/maskRules.js';

/**
 * Masks a value, as the last code that touches it. Null stays null. A value becomes `****` if the mask
 * cannot be applied to it or would not change it. Never throws.
 *
 * @param key the key for a keyed rule; without it, nothing of the value is shown
 */
export function applyMask(mask: Mask, value: unknown, key?: Uint8Array): string | null {
  if (value === null) return null;
  const masked = maskRules[mask.rule].apply(value, mask, key);
  return masked === null || masked === value ? redacted : masked;
}
