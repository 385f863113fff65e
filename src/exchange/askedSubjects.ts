import type { PlanFacts } from '../plan/facts/planFacts.js';
import type { AskedSubject } from '../quota/subjectCounter.js';

/** The subjects that a request looks up or verifies, each once, with the number of times. */
export function askedSubjects({ subjects }: Pick<PlanFacts, 'subjects'>): readonly AskedSubject[] {
  const asked = new Map<string, AskedSubject>();
  for (const { of, keys } of subjects) {
    for (const key of keys) {
      // A value that is encoded for its column has one spelling, and `of` holds no space, so ids
      // cannot collide.
      const id = `${of} ${key}`;
      asked.set(id, { id, of, times: (asked.get(id)?.times ?? 0) + 1 });
    }
  }
  return [...asked.values()];
}
