import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readDay } from '../../../src/sources/mysql/packed/clockReaders.js';
import { readText } from '../../../src/sources/mysql/packed/readText.js';

describe('a text of a packet', () => {
  it('is what its bytes are in UTF-8, whatever was read before', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      // So few that places are taken again and again.
      fc.string({ unit: fc.constantFrom('0', '1', '\0', 'é'), maxLength: 26 }),
    );
    fc.assert(
      fc.property(fc.array(text), fc.nat(9), (texts, before) => {
        for (const one of texts) {
          const bytes = Buffer.from(`${'x'.repeat(before)}${one}y`);
          expect(readText(bytes, before, bytes.length - 1)).toBe(one);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is read of bytes that are no UTF-8 as the driver reads it', () => {
    const bytes = Buffer.from([0x61, 0xff, 0xe5, 0xbc, 0x62]);
    expect(readText(bytes, 0, 5)).toBe(bytes.toString('utf8'));
  });
});

describe('a day of a packet', () => {
  it('is told by its numbers, whatever was read before', () => {
    const day = fc.record({
      year: fc.oneof(fc.nat(0xffff), fc.integer({ min: 1_900, max: 2_030 })),
      month: fc.nat(255),
      day: fc.nat(255),
    });
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(fc.array(day), (days) => {
        for (const { year, month, day: of } of days) {
          const bytes = Buffer.from([0, year & 0xff, year >> 8, month, of]);
          const told = `${String(year).padStart(4, '0')}-${two(month)}-${two(of)}`;
          expect(readDay(bytes, 1, 5)).toBe(told);
        }
      }),
      { numRuns: 500 },
    );
  });
});
