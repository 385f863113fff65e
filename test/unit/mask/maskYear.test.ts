import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('YEAR', () => {
  it.each([
    ['1990-03-07', '1990'],
    ['2024-02-29', '2024'],
    ['0001-01-01', '0001'],
    ['9999-12-31', '9999'],
  ])('leaves the year: %s → %s', (date, shown) => {
    expect(applyMask({ rule: 'YEAR' }, date)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one digit', '1'],
    ['a year alone, which is masked already', '1990'],
    ['a month', '1990-03'],
    ['no zeros', '1990-3-7'],
    ['no hyphens', '19900307'],
    ['a month 13', '1990-13-07'],
    ['a month 00', '1990-00-07'],
    ['a day 32', '1990-03-32'],
    ['a day 00', '1990-03-00'],
    ['five digits of year', '11990-03-07'],
    ['a time of day behind it', '1990-03-07T00:00:00Z'],
    ['a line feed behind it', '1990-03-07\n'],
    ['full-width digits', '１９９０-０３-０７'],
    ['an ID number', '370202199003071233'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'YEAR' }, text)).toBe('****');
  });
});
