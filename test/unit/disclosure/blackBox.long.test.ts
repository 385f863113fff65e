import { expect, it } from '@jest/globals';

import { countsBehindAnswers } from './blackBox.js';

it('what is published of 2 × 2 is published of three counts of each cell, under 50 keys', () => {
  const cells = ['x', 'y'].flatMap((one) => ['u', 'v'].map((other) => [one, other]));
  const found = countsBehindAnswers(cells, 50, 8);
  expect(found.length).toBeGreaterThan(100);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(3);
}, 3_600_000);
