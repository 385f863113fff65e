import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { JsonOut } from '../../../src/execute/write/jsonOut.js';
import { applyMask } from '../../../src/mask/applyMask.js';
import { byteForms } from '../../../src/mask/bytes/byteForms.js';
import type { Mask } from '../../../src/mask/mask.js';

/** Texts that are nearly what a rule takes, or just that. */
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom('0', '9', 'X', 'x'), minLength: 14, maxLength: 19 }),
  fc.string({ unit: fc.constantFrom('1', '5'), minLength: 15, maxLength: 15 }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom('1', '5'), minLength: 17, maxLength: 17 }),
      fc.constantFrom('X', 'x', '7', 'y', 'Ｘ'),
    )
    .map(([digits, last]) => digits + last),
  fc.string({
    unit: fc.constantFrom('张', '一', '鿿', 'a', 'Z', '䷿', 'ꀀ', '·', ' ', '😀'),
    maxLength: 6,
  }),
  fc.string({ unit: fc.constantFrom('张', '一', '鿿', 'a', 'Z'), minLength: 1, maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe.each([...byteForms])('%s of bytes', (rule, mask) => {
  const out = new JsonOut();
  const written = (bytes: Buffer): string | null => {
    const around = Buffer.concat([Buffer.from('五1'), bytes, Buffer.from('1五')]);
    const isTaken = out.masked(mask, around, 4, 4 + bytes.length);
    const text = out.take().toString();
    return isTaken ? text : null;
  };

  it('is the mask of the text that they are, or leaves it to the rule', () => {
    let taken = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const told = written(Buffer.from(text));
        if (told === null) return;
        taken += 1;
        const sound = Buffer.from(text).toString();
        expect(told).toBe(JSON.stringify(applyMask({ rule } as Mask, sound)));
      }),
      { numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it('takes no bytes that are no UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (some) => {
        const bytes = Buffer.from(some);
        const told = written(bytes);
        if (told === null) return;
        expect(told).toBe(JSON.stringify(applyMask({ rule } as Mask, bytes.toString())));
      }),
      { numRuns: 5_000 },
    );
  });
});
