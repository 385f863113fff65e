import { describeMask, type Mask } from '../../../src/mask/mask.js';
import { maskRuleNames, maskRules } from '../../../src/mask/rules/maskRules.js';
import { readStatedMask } from '../../../src/mask/stated/readStatedMask.js';

const withParameters: readonly Mask[] = [
  { rule: 'RANGE', step: 10 },
  { rule: 'RANGE', step: 15 },
  { rule: 'RANGE', step: 30 },
  { rule: 'KEEP', first: 1, last: 1 },
  { rule: 'KEEP', first: 2, last: 2 },
  { rule: 'KEEP', first: 0, last: 3 },
];

/** Every rule that is told by its name, and those with parameters by some of them. */
export const masks: readonly Mask[] = [
  ...maskRuleNames.flatMap((rule) => {
    const read = readStatedMask({ rule });
    return read.kind === 'mask' ? read.mask : [];
  }),
  ...withParameters,
];

export const named = masks.map((mask) => [describeMask(mask), mask] as const);

/** Whether a mask can be applied to numbers and show something of them. */
export function takesNumbers({ rule }: Mask): boolean {
  return rule !== 'REDACT' && maskRules[rule].takes.includes('Int');
}

export const key = new Uint8Array(32).fill(7);
