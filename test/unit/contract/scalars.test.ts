import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';

import { scalars } from '../../../src/contract/types/scalars.js';

describe('ID', () => {
  it('takes any text, and gives it back as it is', () => {
    for (const text of ['370202199003071233', '', '0012', '𠮷']) {
      expect(scalars.ID.parseValue(text)).toBe(text);
    }
    expect(scalars.ID.parseLiteral(parseValue('"0012"'))).toBe('0012');
  });

  it('takes a whole number as its digits, in a literal however many', () => {
    for (const number of [0, 12, -5, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(scalars.ID.parseValue(number)).toBe(String(number));
    }
    for (const digits of ['0', '12', '-5', '370202199003071233']) {
      expect(scalars.ID.parseLiteral(parseValue(digits))).toBe(digits);
    }
  });

  it.each<[unknown]>([
    [370202199003071233n],
    [2 ** 53],
    [-(2 ** 53)],
    [1.5],
    [Number.NaN],
    [Infinity],
    [true],
    [null],
    [{}],
    [['12']],
  ])('takes no %p, which is no text, nor a number with all its digits', (value) => {
    expect(() => scalars.ID.parseValue(value)).toThrow(/^ID takes a text, or a whole number/);
  });

  it.each(['1.5', '1e3', 'true', 'null', 'ANY', '[]', '{}'])('takes no literal %s', (literal) => {
    expect(() => scalars.ID.parseLiteral(parseValue(literal))).toThrow(
      /^ID takes a text or a whole number\.$/,
    );
  });
});

describe('Date', () => {
  it.each(['1990-03-07', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    'takes %s',
    (day) => {
      expect(scalars.Date.parseValue(day)).toBe(day);
      expect(scalars.Date.parseLiteral(parseValue(`"${day}"`))).toBe(day);
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '1990-04-31',
    '1990-13-01',
    '1990-00-01',
    '1990-03-00',
    '1990-3-7',
    '19900307',
    '1990',
    '',
    '1990-03-07T00:00:00Z',
    '+001990-03-07',
    '1990-03-07\n',
    '１９９０-０３-０７',
  ])('takes no "%s", and does not say it again', (text) => {
    expect(() => scalars.Date.parseValue(text)).toThrow(/^Date takes another value\.$/);
  });

  it.each([[19900307], [null], [new Date(0)]])('takes no %p', (value) => {
    expect(() => scalars.Date.parseValue(value)).toThrow(/^Date takes another value\.$/);
  });
});
