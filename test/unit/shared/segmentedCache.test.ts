import { describe, expect, it } from '@jest/globals';

import { SegmentedCache } from '../../../src/shared/segmentedCache.js';

const value = (name: string) => ({ name });

function filled(maxSize: number, keys: readonly string[], size = 1) {
  const cache = new SegmentedCache<string, { readonly name: string }>(maxSize);
  for (const key of keys) cache.set(key, value(key), size);
  return cache;
}

const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`);

describe('a segmented cache', () => {
  it('gives what was kept, and nothing for what was not', () => {
    const cache = filled(8, ['a']);
    expect(cache.get('a')).toEqual(value('a'));
    expect(cache.get('a')).toEqual(value('a'));
    expect(cache.get('b')).toBeUndefined();
  });

  it('keeps what is used again, however much comes once', () => {
    const cache = filled(8, ['a', 'b']);
    expect(cache.get('a')).toBeDefined();
    expect(cache.get('b')).toBeDefined();
    for (const key of many('once', 1_000)) cache.set(key, value(key), 1);
    expect(cache.get('a')).toBeDefined();
    expect(cache.get('b')).toBeDefined();
    expect(many('once', 1_000).filter((key) => cache.get(key))).toHaveLength(6);
  });

  it('keeps what came once where there is room', () => {
    const keys = many('k', 100);
    const cache = filled(100, keys);
    expect(keys.filter((key) => cache.get(key))).toEqual(keys);
  });

  it('holds no more than its size, of what is used again too', () => {
    const cache = filled(100, []);
    for (const key of many('k', 50)) {
      cache.set(key, value(key), 10);
      cache.get(key);
    }
    expect(many('k', 50).filter((key) => cache.get(key)).length).toBeLessThanOrEqual(10);
  });

  it('drops of what is used again that which was not used for the longest', () => {
    const cache = filled(8, []);
    for (const key of many('k', 8)) {
      cache.set(key, value(key), 1);
      cache.get(key);
      cache.get('k0');
    }
    expect(cache.get('k0')).toBeDefined();
    expect(cache.get('k7')).toBeDefined();
  });

  it('keeps nothing that is too large for its part, and drops nothing for it', () => {
    const cache = filled(8, ['a']);
    cache.get('a');
    cache.set('large', value('large'), 5);
    expect(cache.get('large')).toBeUndefined();
    expect(cache.get('a')).toBeDefined();
  });

  it('forgets what is deleted', () => {
    const cache = filled(8, ['a', 'b']);
    cache.get('a');
    expect(cache.delete('a')).toBe(true);
    expect(cache.delete('b')).toBe(true);
    expect(cache.delete('b')).toBe(false);
    expect(cache.get('a')).toBeUndefined();
  });
});
