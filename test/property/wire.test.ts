import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { patience, runSettings } from './trial/settings.js';
import { allWaysAnswerAlike, newWireTally } from './trial/wireProperty.js';

it(
  'what is answered again is what was answered, whichever way it takes',
  async () => {
    const tally = newWireTally();
    const { property, close } = await allWaysAnswerAlike(tally);
    try {
      await fc.assert(property, runSettings(0.25));
    } finally {
      await close();
    }
    expect(tally.answered).toBeGreaterThan(tally.runs / 2);
    expect(tally.byLane / tally.answered).toBeGreaterThanOrEqual(0.95);
  },
  patience,
);
