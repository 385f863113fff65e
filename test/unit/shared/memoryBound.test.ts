import { describe, expect, it } from '@jest/globals';

import { memoryBound } from '../../../src/shared/memoryBound.js';

const gibibyte = 1_073_741_824;

describe('the bytes that a cache may hold', () => {
  it.each([
    ['a roomy heap', 4 * gibibyte, 134_217_728],
    ['a heap of 1 GiB', gibibyte, 134_217_728],
    ['a heap of a quarter of it', gibibyte / 4, 33_554_432],
  ])('are in %s a whole bound or the part of it', (_heap, heap, expected) => {
    expect(memoryBound(128, heap)).toBe(expected);
  });

  it('are of the heap of this process by default', () => {
    expect(memoryBound(128)).toBeLessThanOrEqual(134_217_728);
    expect(memoryBound(128)).toBeGreaterThan(1_048_576);
  });
});
