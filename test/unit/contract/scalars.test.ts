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

  it.each([[370202199003071233n], [12], [1.5], [true], [null], [{}], [['12']]])(
    'takes no %p, which is no text',
    (value) => {
      expect(() => scalars.ID.parseValue(value)).toThrow('ID takes another text.');
    },
  );

  it.each(['12', '1.5', 'true', 'null', 'ANY', '[]', '{}'])('takes no literal %s', (literal) => {
    expect(() => scalars.ID.parseLiteral(parseValue(literal))).toThrow('ID takes another text.');
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
    expect(() => scalars.Date.parseValue(text)).toThrow(/^Date takes another text\.$/);
  });

  it.each([[19900307], [null], [new Date(0)]])('takes no %p', (value) => {
    expect(() => scalars.Date.parseValue(value)).toThrow(/^Date takes another text\.$/);
  });
});
