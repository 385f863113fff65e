import { expect, it } from '@jest/globals';

import { countsBehindAnswers } from './blackBox.js';

it('what is published is published of three counts of each cell, under 250 keys', () => {
  const found = countsBehindAnswers([['x'], ['y']], 250, 9);
  expect(found.length).toBeGreaterThan(4);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(3);
}, 120_000);
