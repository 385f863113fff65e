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
    [most, 10, '9007199254740990–9007199254740999'],
    [-most, 10, '-9007199254741000–-9007199254740991'],
    ['9007199254740993', 10, '9007199254740990–9007199254740999'],
    ['18446744073709551615', 100, '18446744073709551600–18446744073709551699'],
    ['-9223372036854775808', 10, '-9223372036854775810–-9223372036854775801'],
    ['39.95', 10, '30–39'],
    ['40.00', 10, '40–49'],
    ['-0.01', 10, '-10–-1'],
    ['-10.00', 10, '-10–-1'],
    ['-10.01', 10, '-20–-11'],
  ])('shows %s by %i as %s', (value, step, range) => {
    expect(shown(value, step)).toBe(range);
  });

  it.each([
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

  it('holds the number, in a range of its step that begins at a multiple of it', () => {
    const step = fc.oneof(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 2, max: most }));
    fc.assert(
      fc.property(fc.maxSafeInteger(), step, (value, by) => {
        const [start = 0n, end = 0n] = (shown(value, by) ?? '').split('–').map(BigInt);
        expect(start <= BigInt(value) && BigInt(value) <= end).toBe(true);
        expect(end - start).toBe(BigInt(by) - 1n);
        expect(start % BigInt(by)).toBe(0n);
      }),
    );
  });
});
