import { z } from 'zod';

import type { Resource } from '../../catalog/model/catalog.js';
import { redactMask, type Mask } from '../../mask/mask.js';
import { maskRuleNames, maskRules } from '../../mask/rules/maskRules.js';
import { readStatedMask } from '../../mask/stated/readStatedMask.js';

import type { Place } from './place.js';

const ruleName = z.enum(maskRuleNames);

/**
 * A rule by its name, or with its parameters: `"NAME"`, `{"rule": "KEEP", "first": 1, "last": 2}`.
 * Whether the rule takes these parameters is told when it is compiled.
 */
export const maskSeed = z.union([
  ruleName,
  z.strictObject({
    rule: ruleName,
    step: z.number().optional(),
    first: z.number().optional(),
    last: z.number().optional(),
  }),
]);
export type MaskSeed = z.infer<typeof maskSeed>;

/** The mask for a field. Where it cannot be used, that is told, and REDACT stands in for it. */
export function compileMask(
  seed: MaskSeed,
  field: string,
  resource: Resource | undefined,
  place: Place,
): Mask {
  const stated = typeof seed === 'string' ? { rule: seed } : seed;
  const type = resource?.fields.get(field)?.type;
  const { takes } = maskRules[stated.rule];
  if (type && !takes.includes(type)) {
    place.tell(`${stated.rule} is put on ${takes.join(', ')}; "${field}" is ${type}`);
  }
  const read = readStatedMask(stated);
  if (read.kind === 'mask') return read.mask;
  place.within(field).tell(read.why);
  return redactMask;
}
