import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { deriveKey } from '../../../src/keys/deriveKey.js';
import { drawUnder } from '../../../src/keys/drawUnder.js';

const master = new Uint8Array(32).fill(5);
const draw = drawUnder(deriveKey('statistics', master));

describe('a draw', () => {
  it('is the first 48 bits of an HMAC-SHA-256 under a key of its own', () => {
    const digest = createHmac('sha256', deriveKey('statistics', master)).update('x').digest('hex');
    expect(draw('x')).toBe(Number.parseInt(digest.slice(0, 12), 16));
    expect(deriveKey('statistics', master)).not.toEqual(deriveKey('hash', master));
  });

  it('is the same whenever and wherever it is made, and another under another key', () => {
    expect(drawUnder(deriveKey('statistics', master))('x')).toBe(draw('x'));
    expect(drawUnder(new Uint8Array(32))('x')).not.toBe(draw('x'));
  });

  it('falls on all offsets alike', () => {
    const times = Array.from({ length: 20 }, () => 0);
    for (let at = 0; at < 20_000; at += 1) times[draw(`cell ${at}`) % 20]! += 1;
    // A thousand each, give or take five standard deviations.
    for (const time of times) expect(Math.abs(time - 1_000)).toBeLessThan(160);
  });
});
