import { describe, expect, it } from '@jest/globals';

import { textOfUnits, unitsOf } from '../../../src/value/unitsOf.js';

describe('a decimal in units of its last digit', () => {
  it.each([
    ['99.5', 2, 9_950n],
    ['-0.01', 2, -1n],
    ['0', 2, 0n],
    ['12345678901234567.89', 2, 1_234_567_890_123_456_789n],
    ['7', 0, 7n],
  ])('%s with %i digits after the point is %i, and back', (text, scale, units) => {
    expect(unitsOf(text, scale)).toBe(units);
    expect(textOfUnits(units, scale)).toBe(text);
  });

  it('is none of more digits, or of no decimal', () => {
    expect(unitsOf('0.005', 2)).toBeUndefined();
    expect(unitsOf('0.5', 0)).toBeUndefined();
    expect(unitsOf('1e3', 2)).toBeUndefined();
    expect(unitsOf('', 2)).toBeUndefined();
    expect(unitsOf('0.500', 1)).toBe(5n);
  });
});
