import { describe, expect, it } from '@jest/globals';

import { ChinaCalendar } from '../../../src/shared/chinaCalendar.js';

describe('the day in China', () => {
  const calendar = new ChinaCalendar();

  it.each([
    ['2026-11-25T15:59:59.999Z', '2026-11-25'],
    ['2026-11-25T16:00:00.000Z', '2026-11-26'],
    ['2026-11-26T15:59:59.999Z', '2026-11-26'],
    // A clock that is set back.
    ['2026-11-25T15:59:59.999Z', '2026-11-25'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01'],
  ])('at %s is %s', (time, day) => {
    expect(calendar.dayAt(Date.parse(time))).toBe(day);
  });
});
