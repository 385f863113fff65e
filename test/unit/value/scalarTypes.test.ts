import { describe, expect, it } from '@jest/globals';

import { scalarTypes } from '../../../src/value/scalarTypes.js';

const { BigInt: whole, Decimal: decimal } = scalarTypes;
const least = '-9223372036854775808';
const greatest = '18446744073709551615';

describe('BigInt', () => {
  it.each([
    [0, '0'],
    [-5, '-5'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['9007199254740993', '9007199254740993'],
    [least, least],
    [greatest, greatest],
  ])('takes and reads %s', (value, text) => {
    expect(whole.accept(value)).toBe(text);
    expect(whole.read(value, 'INTEGER')).toBe(text);
  });

  it.each([
    2 ** 53,
    1.5,
    NaN,
    '',
    ' 1',
    '+1',
    '01',
    '-0',
    '1.0',
    '1e3',
    '１',
    '-9223372036854775809',
    '18446744073709551616',
    true,
  ])('takes no %p', (value) => {
    expect(whole.accept(value)).toBeUndefined();
  });
});

describe('Decimal', () => {
  it.each([
    ['3.40', '3.4'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['-0.00', '0'],
    ['000.5', '0.5'],
    ['-7', '-7'],
    [`${'9'.repeat(35)}.${'9'.repeat(30)}`, `${'9'.repeat(35)}.${'9'.repeat(30)}`],
    [`1.${'0'.repeat(38)}`, '1'],
  ])('takes and reads %s', (text, canonical) => {
    expect(decimal.accept(text)).toBe(canonical);
    expect(decimal.read(text, 'DECIMAL')).toBe(canonical);
  });

  it.each([
    [0.1, '0.1'],
    [-3.4, '-3.4'],
    [123456789012.345, '123456789012.345'],
    [7, '7'],
  ])('takes the number %d, which stands for one decimal', (value, text) => {
    expect(decimal.accept(value)).toBe(text);
  });

  it.each([
    0.1 + 0.2,
    1e21,
    1e-7,
    NaN,
    Infinity,
    '',
    '.5',
    '3.',
    '1e3',
    '+1',
    '1,5',
    '１',
    '9'.repeat(36),
    `0.${'1'.repeat(31)}`,
    null,
  ])('takes no %p', (value) => {
    expect(decimal.accept(value)).toBeUndefined();
  });
});
