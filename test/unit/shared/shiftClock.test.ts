import { describe, expect, it } from '@jest/globals';

import { shiftClock } from '../../../src/shared/shiftClock.js';

describe('what another clock shows', () => {
  it.each([
    ['2026-11-28 09:30:00', -480, '2026-11-28 01:30:00'],
    ['2026-11-28 01:30:00.000001', 480, '2026-11-28 09:30:00.000001'],
    ['2024-02-29 23:59:59.5', 1, '2024-03-01 00:00:59.5'],
    // The summer times of China are not kept: an instant is one text, and a text one instant.
    ['1988-07-01 10:00:00', -480, '1988-07-01 02:00:00'],
    ['0001-01-01 00:00:00', -480, '0000-12-31 16:00:00'],
    ['0099-01-01 00:00:00', -480, '0098-12-31 16:00:00'],
    ['0000-01-01 00:00:00', -480, undefined],
    ['9999-12-31 16:00:00', 480, undefined],
  ])('%s, %i minutes ahead, is %s', (text, minutes, told) => {
    expect(shiftClock(text, minutes)).toBe(told);
  });
});
