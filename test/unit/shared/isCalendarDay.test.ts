import { describe, expect, it } from '@jest/globals';

import { isCalendarDay } from '../../../src/shared/isCalendarDay.js';

/** The same by the platform's own calendar. */
function isDayByPlatform(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const padded = (number: number, length = 2) => String(number).padStart(length, '0');

describe('a day of the calendar', () => {
  it('is what the platform says it is, in every month of many years', () => {
    const years = [0, 1, 4, 99, 100, 400, 1582, 1900, 1999, 2000, 2023, 2024, 2100, 2400, 9999];
    for (const year of years) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
          expect([text, isCalendarDay(text)]).toEqual([text, isDayByPlatform(text)]);
        }
      }
    }
  });

  it.each([
    '',
    '2024-1-01',
    '2024-01-1',
    '24-01-01',
    '2024/01/01',
    '2024-01-01 ',
    '２０２４-01-01',
  ])('is not “%s”', (text) => {
    expect(isCalendarDay(text)).toBe(false);
  });

  it.each(['+024-01-01', '2024-0a-01', '2024-01--1', '20 4-01-01', '-001-01-01'])(
    'is not “%s”, though it is as long',
    (text) => {
      expect(isCalendarDay(text)).toBe(false);
    },
  );
});
