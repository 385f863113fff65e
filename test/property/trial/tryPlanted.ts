import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { PlantedFault } from './planted/planting.js';
import { alikeWorldsAnswerAlike, answersAreTheReferences } from './properties.js';
import { patience } from './settings.js';

/** What a property that works needs at the most to come upon a fault; the seed is fixed. */
const trial = { numRuns: 20_000, seed: 370_200, endOnFailure: true };

const properties = {
  'alike worlds': alikeWorldsAnswerAlike,
  reference: answersAreTheReferences,
};

/** Tries for each fault whether the properties that must notice it do. */
export function tryPlanted(faults: readonly PlantedFault[]): void {
  describe.each(faults)('$name', ({ noticedBy, ...planted }) => {
    it.each(noticedBy)(
      'is noticed by the property of %s',
      async (name) => {
        const { property, close } = await properties[name](planted);
        try {
          const { failed, errorInstance } = await fc.check(property, trial);
          expect(failed).toBe(true);
          // Noticed by what was answered, not by a crash of the faulty stage.
          expect(String(errorInstance)).toMatch(/alike|Answered|Refused/);
          expect(String(errorInstance)).not.toMatch(/INTERNAL/);
        } finally {
          await close();
        }
      },
      patience,
    );
  });
}
