import type { FieldDefinitionNode } from 'graphql';

import type { Mask } from '../../mask/mask.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import { readStatedMask, strayParameter } from '../../mask/stated/readStatedMask.js';
import type { ScalarName } from '../../value/scalarName.js';
import type { Faults } from '../fault/fault.js';

import type { Vocabulary } from './sdl/vocabulary.js';

/**
 * Reads the mask of a field's `@desensitize` and reports its faults.
 *
 * @returns null if no mask is stated, and for WITHHOLD, which shows nothing;
 *   `vocabulary.node(node, 'desensitize')` tells the two cases apart
 */
export function readMask(
  node: FieldDefinitionNode,
  type: ScalarName,
  vocabulary: Vocabulary,
  faults: Faults,
): Mask | null {
  const stated = vocabulary.read(node, 'desensitize', faults);
  if (!stated) return null;
  const at = vocabulary.node(node, 'desensitize') ?? node;
  const { rule } = stated;
  if (rule === 'WITHHOLD') {
    const stray = strayParameter(stated);
    if (stray !== null) faults.at(at, stray);
    return null;
  }
  const { takes } = maskRules[rule];
  if (!takes.includes(type)) {
    faults.at(node, `${rule} can be put on ${takes.join(', ')}; ${node.name.value} is ${type}.`);
  }
  const read = readStatedMask({ ...stated, rule });
  if (read.kind === 'mask') return read.mask;
  faults.at(at, read.why);
  return null;
}
