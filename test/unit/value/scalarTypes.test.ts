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

describe('Time', () => {
  const { Time: time } = scalarTypes;

  it.each([
    ['00:00:00', '00:00:00'],
    ['09:30:00.500', '09:30:00.5'],
    ['23:59:59.999999', '23:59:59.999999'],
    ['09:30:00.000', '09:30:00'],
  ])('takes %s, and reads it of a column of times', (value, text) => {
    expect(time.accept(value)).toBe(text);
    expect(time.read(value, 'TIME')).toBe(text);
  });

  it.each([
    '24:00:00',
    '-00:00:01',
    '838:59:59',
    '9:30:00',
    '09:30',
    '09:30:60',
    '09:30:00Z',
    '',
    93_000,
  ])('takes and reads no %p', (value) => {
    expect(time.accept(value)).toBeUndefined();
    expect(time.read(value, 'TIME')).toBeUndefined();
  });

  it('reads of texts what is written in its one way, since they are compared as they stand', () => {
    expect(time.read('09:30:00.5', 'TEXT')).toBe('09:30:00.5');
    expect(time.read('09:30:00.50', 'TEXT')).toBeUndefined();
  });
});

describe('JSON', () => {
  const { JSON: document } = scalarTypes;

  it.each([
    ['{"a":[1,"中",null,true,-0.5,1e3]}', { a: [1, '中', null, true, -0.5, 1000] }],
    [' [] ', []],
    ['"370202199003071233"', '370202199003071233'],
    ['"\\"1234567890123456789"', '"1234567890123456789'],
    ['9007199254740991', 9_007_199_254_740_991],
    ['0.123456789012345', 0.123456789012345],
    ['1.50', 1.5],
    [12, 12],
    [`${'['.repeat(64)}${']'.repeat(64)}`, expect.any(Array)],
    [JSON.stringify('x'.repeat(65_534)), 'x'.repeat(65_534)],
  ])('reads %p', (value, read) => {
    expect(document.read(value, 'JSON')).toEqual(read);
  });

  it.each([
    // What a client would read as another number, as it would another person's.
    '370202199003071233',
    '{"no":370202199003071233}',
    '0.12345678901234567',
    '1e400',
    '{"a":',
    "{'a':1}",
    '',
    '[1,]',
    '"\ud800"',
    `${'['.repeat(65)}${']'.repeat(65)}`,
    JSON.stringify('x'.repeat(65_535)),
    true,
  ])('reads no %p', (value) => {
    expect(document.read(value, 'JSON')).toBeUndefined();
  });

  it('is stated by nobody, since nothing is asked by it', () => {
    expect(document.accept('{}')).toBeUndefined();
    expect(document.isCompared).toBe(false);
  });
});
