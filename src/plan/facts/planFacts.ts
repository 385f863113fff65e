import type { RootFacts } from '../rootPlanner.js';

import type { AskedKeys } from './askedKeys.js';
import { highestLevel, type HeldLevel } from './highestLevel.js';
import { mergeReads, type Reads } from './reads.js';

/** What a bound plan tells before a source is asked: the facts of all its roots together. */
export interface PlanFacts {
  readonly cost: number;
  readonly reads: Reads;
  /** The highest level of all that is looked up, verified or exported; null where nothing is. */
  readonly lookupLevel: HeldLevel | null;
  readonly subjects: readonly AskedKeys[];
}

export function gatherPlanFacts(roots: readonly { readonly facts: RootFacts }[]): PlanFacts {
  const facts = roots.map((root) => root.facts);
  return {
    cost: facts.reduce((sum, { cost }) => sum + cost, 0),
    reads: mergeReads(facts.map(({ reads }) => reads)),
    lookupLevel: highestLevel(facts.map(({ lookupLevel }) => lookupLevel)),
    subjects: facts.flatMap(({ subjects }) => subjects ?? []),
  };
}
