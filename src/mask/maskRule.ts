import { maskIdNumber } from './maskIdNumber.js';
import { maskName } from './maskName.js';
import { maskYear } from './maskYear.js';
import { maskRedact, redacted } from './redact.js';
import type { ScalarName } from './scalarName.js';

interface MaskRuleEntry {
  /** The types of field that the rule can be put on. */
  readonly takes: readonly ScalarName[];
  /** The type of what it gives. A text everywhere: what a rule cannot be applied to is `****`. */
  readonly gives: 'String';
  /** The masked text, or null where the rule cannot be applied. Must not throw. */
  readonly apply: (text: string) => string | null;
}

/** Every rule of the vocabulary's enum `MaskRule`, resolved once; nothing below lists them again. */
export const maskRules = {
  NAME: { takes: ['String'], gives: 'String', apply: maskName },
  ID_NUMBER: { takes: ['ID', 'String'], gives: 'String', apply: maskIdNumber },
  YEAR: { takes: ['Date'], gives: 'String', apply: maskYear },
  REDACT: {
    takes: ['ID', 'String', 'Int', 'Float', 'Date'],
    gives: 'String',
    apply: maskRedact,
  },
} as const satisfies Record<string, MaskRuleEntry>;

export type MaskRuleName = keyof typeof maskRules;

/**
 * The last code that touches a value under a rule. Null stays null; whatever the rule cannot be
 * applied to, or would leave as it was, becomes `****`.
 */
export function applyMask(rule: MaskRuleName, value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string') return redacted;
  const masked = maskRules[rule].apply(value);
  return masked === null || masked === value ? redacted : masked;
}
