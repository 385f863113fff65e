import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { alikeWorldsAnswerAlike, newTally } from './trial/properties.js';
import { patience, runSettings } from './trial/settings.js';

it(
  'what a contract hides has no influence on what it shows',
  async () => {
    const tally = newTally();
    const { property, close } = await alikeWorldsAnswerAlike({ tally });
    try {
      await fc.assert(property, runSettings());
    } finally {
      await close();
    }
    // Most runs must put something to the proof: an answer, and a difference that it hides.
    expect(tally.answered).toBeGreaterThan(tally.runs / 2);
    expect(tally.differing).toBeGreaterThan(tally.runs / 2);
    expect(tally.secondPages).toBeGreaterThan(0);
  },
  patience,
);
