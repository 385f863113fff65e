import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { testSources } from '../support/testSources.js';

import { mariadbFaults } from './trial/planted/ofMariadb.js';
import { answersAreTheReferences, newTally } from './trial/properties.js';
import { patience, runSettings } from './trial/settings.js';
import { tryPlanted } from './trial/tryPlanted.js';

it(
  'an answer is that of the slow, obvious reference executor',
  async () => {
    const tally = newTally();
    const { property, close } = await answersAreTheReferences({ tally });
    try {
      await fc.assert(property, runSettings());
    } finally {
      await close();
    }
    expect(tally.answered).toBeGreaterThan(tally.runs / 2);
    expect(tally.secondPages).toBeGreaterThan(0);
  },
  patience,
);

// What only MariaDB lets happen is tried on it alone.
if (testSources === 'mariadb') tryPlanted(mariadbFaults);
