import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { JsonOut } from '../../../src/execute/write/jsonOut.js';
import { applyMask } from '../../../src/mask/applyMask.js';
import { byteForms } from '../../../src/mask/bytes/byteForms.js';
import type { Mask } from '../../../src/mask/mask.js';

/** Addresses of what the rule looks at: markers of divisions, names, and what makes them none. */
const addresses = fc
  .array(
    fc.constantFrom(
      ...[
        '省',
        '市',
        '区',
        '县',
        '旗',
        '场',
        '路',
        '街',
        '镇',
        '城',
        '超',
        '新',
        '小',
        '社',
        '东',
        '园',
        '盟',
      ],
      ...[
        '自治',
        '州',
        '地',
        '山东',
        '青岛',
        '胶',
        '忠',
        '敖汉',
        '乐东黎族',
        '内蒙古自治区',
        '西藏自治区',
      ],
      ...[
        '山东省',
        '青岛市',
        '市南区',
        '延边朝鲜族自治州',
        '11号',
        '****',
        '（',
        '〇',
        '㐀',
        '😀',
        'é',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

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
  addresses,
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

  it('is the mask of a text that was read', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const isTaken = out.maskedText(mask, text);
        const told = out.take().toString();
        expect(told).toBe(isTaken ? JSON.stringify(applyMask({ rule } as Mask, text)) : '');
      }),
      { numRuns: 5_000 },
    );
  });

  it('is whole wherever in the memory of an answer it comes to stand', () => {
    const text =
      rule === 'ADDRESS' ? '青岛市市南区' : rule === 'NAME' ? '张' : '370202199003071233';
    const bytes = Buffer.from(text);
    const expected = JSON.stringify(applyMask({ rule } as Mask, text));
    for (let left = 0; left <= bytes.length + 8; left += 1) {
      const before = Buffer.alloc(65_536 - left, 'x');
      const fresh = new JsonOut();
      fresh.bytes(before);
      expect(fresh.masked(mask, bytes, 0, bytes.length)).toBe(true);
      expect(fresh.take().subarray(before.length).toString()).toBe(expected);
    }
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
