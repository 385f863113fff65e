import { describe, expect, it } from '@jest/globals';

import { applyMask } from '../../../src/mask/applyMask.js';

describe('YEAR_MONTH', () => {
  it.each([
    ['1990-03-07', '1990-03'],
    ['2024-02-29', '2024-02'],
    ['0001-01-01', '0001-01'],
    ['9999-12-31', '9999-12'],
  ])('leaves the year and the month: %s → %s', (date, shown) => {
    expect(applyMask({ rule: 'YEAR_MONTH' }, date)).toBe(shown);
  });

  it.each([
    ['nothing', ''],
    ['one digit', '1'],
    ['a year alone', '1990'],
    ['a month, which is masked already', '1990-03'],
    ['a day of no calendar', '1990-02-31'],
    ['no zeros', '1990-3-7'],
    ['no hyphens', '19900307'],
    ['five digits of year', '11990-03-07'],
    ['a time of day behind it', '1990-03-07T00:00:00Z'],
    ['a line feed behind it', '1990-03-07\n'],
    ['full-width digits', '１９９０-０３-０７'],
    ['digits beyond the BMP', '𝟏𝟗𝟗𝟎-03-07'],
    ['half of a surrogate pair', '1990-03-0\ud835'],
  ])('gives **** for %s', (_case, text) => {
    expect(applyMask({ rule: 'YEAR_MONTH' }, text)).toBe('****');
  });
});
