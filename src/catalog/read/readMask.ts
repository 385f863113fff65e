import type { FieldDefinitionNode } from 'graphql';

import type { Mask } from '../../mask/mask.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ScalarName } from '../../mask/scalarName.js';
import { readStatedMask, strayParameter } from '../../mask/stated/readStatedMask.js';
import type { Faults } from '../fault.js';

import type { Vocabulary } from './vocabulary.js';

/**
 * Reads the mask that a field states by `@desensitize`, and its faults.
 *
 * @returns null where none is stated, and where WITHHOLD is, which is no way to show a value;
 *   `vocabulary.node(node, 'desensitize')` tells the two apart
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
