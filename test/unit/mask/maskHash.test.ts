import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { applyMask } from '../../../src/mask/applyMask.js';

import { key } from './masks.js';

const shown = (value: unknown, by: Uint8Array | undefined = key) =>
  applyMask({ rule: 'HASH' }, value, by);

describe('HASH', () => {
  it.each(['370202199003071233', '370202900307123', '张', '买买提·吐尔逊', '𠮷野家', '', '****'])(
    'is the HMAC of "%s", of 43 characters whatever the length',
    (text) => {
      const digest = createHmac('sha256', key).update(Buffer.from(text, 'utf8')).digest();
      expect(shown(text)).toBe(digest.toString('base64url'));
      expect(shown(text)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    },
  );

  it('is that of its digits for a whole number, which some sources give as such', () => {
    expect(shown(37)).toBe(shown('37'));
    expect(shown(-0)).toBe(shown('0'));
    expect(shown(-37)).not.toBe(shown(37));
  });

  it('is equal for equal values, and for no others', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[12]{0,3}$/));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(shown(one) === shown(other)).toBe(one === other);
      }),
    );
  });

  it('is another under another key', () => {
    expect(shown('张小三', new Uint8Array(32).fill(8))).not.toBe(shown('张小三'));
  });

  it('does not take full-width digits for digits', () => {
    expect(shown('３７')).not.toBe(shown('37'));
  });

  it.each([
    ['half of a surrogate pair, which any other half would equal', '张\ud842'],
    ['a fraction', 37.5],
    ['a number that is not exact', 2 ** 53],
    ['bytes', new Uint8Array(3)],
  ])('gives **** for %s', (_case, value) => {
    expect(shown(value)).toBe('****');
  });

  it('gives **** without a key: never a bare hash', () => {
    expect(applyMask({ rule: 'HASH' }, '370202199003071233')).toBe('****');
  });
});
