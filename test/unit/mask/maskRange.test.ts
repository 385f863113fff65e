import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { applyMask } from '../../../src/mask/applyMask.js';

const shown = (value: unknown, step: number) => applyMask({ rule: 'RANGE', step }, value);
const most = Number.MAX_SAFE_INTEGER;

describe('RANGE', () => {
  it.each([
    [37, 10, '30–39'],
    [30, 10, '30–39'],
    [39, 10, '30–39'],
    [40, 10, '40–49'],
    [0, 10, '0–9'],
    [-0, 10, '0–9'],
    [-1, 10, '-10–-1'],
    [-5, 10, '-10–-1'],
    [-10, 10, '-10–-1'],
    [-11, 10, '-20–-11'],
    [7, 2, '6–7'],
    [3, 1_000_000, '0–999999'],
    [-3, most, `-${most}–-1`],
    [most - 1, 2, `${most - 1}–${most}`],
  ])('shows %d by %i as %s', (value, step, range) => {
    expect(shown(value, step)).toBe(range);
  });

  it.each([
    ['a text of digits, as numbers beyond 2^53 come', '9007199254740993'],
    ['a short text of digits', '37'],
    ['full-width digits', '３７'],
    ['an empty text', ''],
    ['a range', '30–39'],
    ['half of a surrogate pair', '\ud842'],
    ['a fraction', 37.5],
    ['a number that is not exact', 2 ** 53],
    ['no number', NaN],
  ])('gives **** for %s', (_case, value) => {
    expect(shown(value, 10)).toBe('****');
  });

  it('gives **** where an end of the range would not be exact', () => {
    expect(shown(most, 10)).toBe('****');
    expect(shown(-most, 10)).toBe('****');
    expect(shown(3, 2 ** 60)).toBe('****');
  });

  it('holds the number, in a range of its step that begins at a multiple of it', () => {
    const step = fc.oneof(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 2, max: most }));
    fc.assert(
      fc.property(fc.maxSafeInteger(), step, (value, by) => {
        const range = shown(value, by);
        if (range === '****') return;
        const [start = NaN, end = NaN] = (range ?? '').split('–').map(Number);
        expect(start <= value && value <= end).toBe(true);
        expect(BigInt(end) - BigInt(start)).toBe(BigInt(by) - 1n);
        expect(BigInt(start) % BigInt(by)).toBe(0n);
      }),
    );
  });
});
