import { citizensElement } from '../universe/governance.js';
import { keyParts } from '../universe/keys.js';
import { model } from '../universe/model.js';
import type { OperationChoice } from '../universe/operation.js';

import type { ReferenceDecisions } from './decide.js';
import { asKeyOf } from './spelling.js';

/**
 * "Each person that is looked up or verified is counted", found or not, as often as asked for, in whichever
 * spelling: what they are, who, and how often.
 */
export function chargedFor(
  operation: OperationChoice,
  decisions: ReferenceDecisions,
): readonly string[] {
  const ids = operation.flatMap((root): readonly string[] => {
    const { key, subject } = model[root.type];
    if (subject === undefined) return [];
    const { citizens } = decisions[root.type]!;
    const of = citizens.has(key) ? citizensElement : `${root.type}.${key}`;
    const idOf = (value: string) =>
      `${of} ${String(asKeyOf(citizens, key)(keyParts(root.type, value)[key] ?? null))}`;
    switch (root.kind) {
      case 'lookup':
        return [idOf(root.key)];
      case 'batch':
        return root.keys.map(idOf);
      case 'verify':
        return root.claimed.map((one) => idOf(one.key));
      case 'list':
      case 'aggregate':
      case 'statistics':
        return [];
    }
  });
  const different = [...new Set(ids)];
  return different.map((id) => `${id} ${ids.filter((one) => one === id).length}`).sort();
}
