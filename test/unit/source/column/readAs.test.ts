import { describe, expect, it } from '@jest/globals';

import { readDayFormat } from '../../../../src/source/column/dayFormat.js';
import { readAs, storedAs, unread } from '../../../../src/source/column/readAs.js';

const reading = (text: string) => ({ kind: 'format', format: readDayFormat(text)! }) as const;

describe('what a column in a format holds', () => {
  it.each([
    ['YYYYMMDD', '19900307', '1990-03-07'],
    ['YYYY/MM/DD', '1990/03/07', '1990-03-07'],
    ['YYYY年MM月DD日', '1990年03月07日', '1990-03-07'],
    ['YYYYMMDDHHmmss', '19900307093000', '1990-03-07 09:30:00'],
    ['YYYY-MM-DDTHH:mm:ss', '1990-03-07T09:30:00', '1990-03-07 09:30:00'],
  ])('%s: %s is read as %s, and written so again', (text, stored, value) => {
    expect(readAs(reading(text), stored)).toBe(value);
    const column = { name: 'c', storage: 'TEXT', nullable: true, exact: true } as const;
    expect(storedAs({ ...column, reading: reading(text) }, value)).toBe(stored);
  });

  it('is digits where it is a whole number', () => {
    expect(readAs(reading('YYYYMMDD'), 19900307)).toBe('1990-03-07');
    const column = { name: 'c', storage: 'INTEGER', nullable: true, exact: true } as const;
    expect(storedAs({ ...column, reading: reading('YYYYMMDD') }, '1990-03-07')).toBe(19900307);
  });

  it.each([
    ['YYYYMMDD', '1990-03-07'],
    ['YYYYMMDD', '19900231'],
    ['YYYYMMDD', '19900307 '],
    ['YYYYMMDD', '\uff11\uff19\uff19\uff10\uff10\uff13\uff10\uff17'],
    ['YYYYMMDD', ''],
    ['YYYYMMDD', 0],
    ['YYYYMMDD', 19900307.5],
    ['YYYYMMDD', true],
    ['YYYYMMDD', Buffer.from('19900307')],
    ['YYYY/MM/DD', '1990-03/07'],
    ['YYYYMMDDHHmmss', '19900307240000'],
    ['YYYYMMDDHHmmss', '19900307093000.5'],
  ])('%s: %p is read as nothing', (text, stored) => {
    expect(readAs(reading(text), stored)).toBe(unread);
  });

  it('is null where it is null', () => {
    expect(readAs(reading('YYYYMMDD'), null)).toBeNull();
  });
});

describe('a format', () => {
  it.each([
    'YYYYMM',
    'YYMMDD',
    'DD/MM/YYYY',
    'YYYYMMDD ',
    'YYYYMMDDHHmm',
    "YYYY'MM'DD",
    'yyyymmdd',
    '',
  ])('is none as %p', (text) => {
    expect(readDayFormat(text)).toBeUndefined();
  });
});
