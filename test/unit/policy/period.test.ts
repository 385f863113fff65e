import { describe, expect, it } from '@jest/globals';

import { dayAfter, readToday, todayInWords } from '../../../src/policy/model/period.js';

describe('a day by today', () => {
  it.each([
    ['$today', '2024-02-29'],
    ['$today-P1Y', '2023-02-28'],
    ['$today-P4Y', '2020-02-29'],
    ['$today+P1M', '2024-03-29'],
    ['$today-P1M1D', '2024-01-28'],
    ['$today+P2W', '2024-03-14'],
    ['$today-P1Y2M3W4D', '2022-12-04'],
    ['$today-P0D', '2024-02-29'],
    ['$today-P500Y', '1524-02-29'],
  ])('%s', (text, day) => {
    expect(dayAfter('2024-02-29', readToday(text)!)).toBe(day);
  });

  it('lies in a month as long as it is', () => {
    expect(dayAfter('2026-03-31', readToday('$today-P1M')!)).toBe('2026-02-28');
    expect(dayAfter('2026-12-31', readToday('$today+P2M')!)).toBe('2027-02-28');
    expect(dayAfter('0099-05-31', readToday('$today-P1M')!)).toBe('0099-04-30');
  });

  it.each([
    '$today-',
    '$today-P',
    '$today-1Y',
    '$today-PT1H',
    '$today-P1D1Y',
    '$todayP1Y',
    'today',
  ])('is none: %s', (text) => {
    expect(readToday(text)).toBeUndefined();
  });

  it('reaches five hundred years and no further', () => {
    expect(readToday('$today-P501Y')).toBeUndefined();
    expect(readToday('$today+P6012M')).toBeUndefined();
    expect(readToday('$today+P99999999999999999999D')).toBeUndefined();
  });

  it.each([
    ['$today', '$today'],
    ['$today-P14M', '$today-P1Y2M'],
    ['$today+P1W', '$today+P7D'],
  ])('is written in one way: %s', (text, written) => {
    expect(todayInWords(readToday(text)!)).toBe(written);
  });
});
