import type { AskedSubject } from '../quota/subjectCounter.js';
import type { Resource } from '../catalog/model/catalog.js';
import { unreachable } from '../shared/unreachable.js';
import type { Parameter } from '../source/parameter.js';
import type { BoundPlan, BoundRoot } from '../plan/boundPlan.js';

const none: readonly Parameter[] = [];

/** The keys that a root asks by. */
function keysOf(root: BoundRoot): readonly Parameter[] {
  switch (root.kind) {
    case 'lookup':
      return [root.key];
    case 'batchLookup':
      return root.keys;
    case 'verify':
      return root.claimed.map(({ key }) => key);
    case 'list':
    case 'aggregate':
    case 'statistics':
    case 'other':
      return none;
    default:
      return unreachable(root);
  }
}

/** What the keys of a resource are; null where it is about nobody. */
function kindOf({ subject, name, key, fields }: Resource): string | null {
  return subject === null ? null : (fields.get(key)?.element ?? `${name}.${key}`);
}

/** Those that a request looks up or verifies, by keys of resources that are about somebody. */
export function askedSubjects({ roots }: Pick<BoundPlan, 'roots'>): readonly AskedSubject[] {
  const asked = new Map<string, AskedSubject>();
  for (const root of roots) {
    const keys = keysOf(root);
    const of = 'decision' in root.step ? kindOf(root.step.decision.resource) : null;
    if (of === null) continue;
    for (const key of keys) {
      // Encoded for its column, a value has one spelling; `of` holds no space.
      const id = `${of} ${key}`;
      asked.set(id, { id, of, times: (asked.get(id)?.times ?? 0) + 1 });
    }
  }
  return [...asked.values()];
}
