import type { ScalarName } from '../../value/scalarName.js';
import type { Mask, MaskRuleName } from '../mask.js';

import { maskAddress } from './maskAddress.js';
import { maskBankCard } from './maskBankCard.js';
import { maskEmail } from './maskEmail.js';
import { maskHash } from './maskHash.js';
import { maskIdNumber } from './maskIdNumber.js';
import { maskKeep } from './maskKeep.js';
import { maskName } from './maskName.js';
import { maskPassport } from './maskPassport.js';
import { maskPhone } from './maskPhone.js';
import { maskPlate } from './maskPlate.js';
import { maskRange } from './maskRange.js';
import { maskRedact } from './maskRedact.js';
import { maskYear } from './maskYear.js';
import { maskYearMonth } from './maskYearMonth.js';

type Apply = (value: unknown, mask: Mask, key: Uint8Array | undefined) => string | null;

export interface MaskRuleDefinition {
  /** The field types to which the rule can be applied. */
  readonly takes: readonly ScalarName[];
  /** Whether the output depends on a key, which each execution provides. */
  readonly isKeyed: boolean;
  /** Returns a text, since it may be `****` for any type, or null if the rule cannot be applied to the value. */
  readonly apply: Apply;
}

/** Makes a rule apply to texts only. */
function onText(apply: (text: string, mask: Mask) => string | null): Apply {
  return (value, mask) => (typeof value === 'string' ? apply(value, mask) : null);
}

function textRule(
  takes: readonly ScalarName[],
  apply: (text: string, mask: Mask) => string | null,
): MaskRuleDefinition {
  return { takes, isKeyed: false, apply: onText(apply) };
}

/** Every rule under which a value may be shown. No other code lists them again. */
export const maskRules: { readonly [Rule in MaskRuleName]: MaskRuleDefinition } = {
  NAME: textRule(['String'], maskName),
  ID_NUMBER: textRule(['ID', 'String'], maskIdNumber),
  PHONE: textRule(['ID', 'String'], maskPhone),
  BANK_CARD: textRule(['ID', 'String'], maskBankCard),
  ADDRESS: textRule(['String'], maskAddress),
  EMAIL: textRule(['ID', 'String'], maskEmail),
  PLATE: textRule(['ID', 'String'], maskPlate),
  PASSPORT: textRule(['ID', 'String'], maskPassport),
  YEAR: textRule(['Date', 'LocalDateTime'], maskYear),
  YEAR_MONTH: textRule(['Date', 'LocalDateTime'], maskYearMonth),
  RANGE: {
    takes: ['Int', 'BigInt', 'Decimal'],
    isKeyed: false,
    apply: (value, mask) => (mask.rule === 'RANGE' ? maskRange(value, mask.step) : null),
  },
  KEEP: textRule(['ID', 'String'], (text, mask) =>
    mask.rule === 'KEEP' ? maskKeep(text, mask.first, mask.last) : null,
  ),
  HASH: {
    takes: [
      'ID',
      'String',
      'Int',
      'BigInt',
      'Decimal',
      'Date',
      'Time',
      'LocalDateTime',
      'DateTime',
      'JSON',
      'List',
    ],
    isKeyed: true,
    apply: (value, _mask, key) => maskHash(value, key),
  },
  REDACT: {
    takes: [
      'ID',
      'String',
      'Int',
      'BigInt',
      'Float',
      'Decimal',
      'Date',
      'Time',
      'LocalDateTime',
      'DateTime',
      'JSON',
      'List',
    ],
    isKeyed: false,
    apply: maskRedact,
  },
};

// Object.keys gives the keys that the table's type names.
export const maskRuleNames = Object.keys(maskRules) as [MaskRuleName, ...MaskRuleName[]];
