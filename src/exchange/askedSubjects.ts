import type { PlanFacts } from '../plan/facts/planFacts.js';
import type { AskedSubject } from '../quota/subjectCounter.js';

/** Those whom a request looks up or verifies, each once, with how many times it asks for them. */
export function askedSubjects({ subjects }: Pick<PlanFacts, 'subjects'>): readonly AskedSubject[] {
  const asked = new Map<string, AskedSubject>();
  for (const { of, keys } of subjects) {
    for (const key of keys) {
      // Encoded for its column, a value has one spelling; `of` holds no space.
      const id = `${of} ${key}`;
      asked.set(id, { id, of, times: (asked.get(id)?.times ?? 0) + 1 });
    }
  }
  return [...asked.values()];
}
