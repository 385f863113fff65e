import { expect, it } from '@jest/globals';

import { latestDiscard } from '../../../../src/record/archive/latestDiscard.js';

it.each([
  ['2026-11-30', '2023-11-30'],
  ['2026-01-01', '2023-01-01'],
  ['2028-02-29', '2025-02-28'],
  ['2027-03-01', '2024-03-01'],
])('on %s, what is from before %s may be discarded', (today, latest) => {
  expect(latestDiscard(today)).toBe(latest);
});
