import { maskAddress } from './maskAddress.js';
import { maskBankCard } from './maskBankCard.js';
import { maskEmail } from './maskEmail.js';
import { maskIdNumber } from './maskIdNumber.js';
import { maskName } from './maskName.js';
import { maskPassport } from './maskPassport.js';
import { maskPhone } from './maskPhone.js';
import { maskPlate } from './maskPlate.js';
import { maskYear } from './maskYear.js';
import { maskYearMonth } from './maskYearMonth.js';
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
  PHONE: { takes: ['ID', 'String'], gives: 'String', apply: maskPhone },
  BANK_CARD: { takes: ['ID', 'String'], gives: 'String', apply: maskBankCard },
  ADDRESS: { takes: ['String'], gives: 'String', apply: maskAddress },
  EMAIL: { takes: ['ID', 'String'], gives: 'String', apply: maskEmail },
  PLATE: { takes: ['ID', 'String'], gives: 'String', apply: maskPlate },
  PASSPORT: { takes: ['ID', 'String'], gives: 'String', apply: maskPassport },
  YEAR: { takes: ['Date'], gives: 'String', apply: maskYear },
  YEAR_MONTH: { takes: ['Date'], gives: 'String', apply: maskYearMonth },
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
