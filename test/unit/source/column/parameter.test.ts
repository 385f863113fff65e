import { describe, expect, it } from '@jest/globals';

import type { Storage } from '../../../../src/source/column/column.js';
import { encodeParameter } from '../../../../src/source/column/parameter.js';

const encode = (storage: Storage, value: unknown) =>
  encodeParameter({ name: 'column', storage, nullable: true, exact: true }, value);

describe('a value that its column can hold is encoded for it', () => {
  it.each<[Storage, unknown, string | number]>([
    ['TEXT', '370202', '370202'],
    ['TEXT', '', ''],
    ['TEXT', '𠮷野家', '𠮷野家'],
    ['INTEGER', 5, 5],
    ['INTEGER', 0, 0],
    ['INTEGER', -5, -5],
    ['INTEGER', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['INTEGER', true, 1],
    ['INTEGER', false, 0],
    ['INTEGER', '5', 5],
    ['INTEGER', '-5', -5],
    ['INTEGER', '9007199254740993', '9007199254740993'],
    ['INTEGER', '-9223372036854775808', '-9223372036854775808'],
    ['DECIMAL', 1.5, 1.5],
    ['DECIMAL', '-12345678901234567890.125', '-12345678901234567890.125'],
    ['DATE', '2026-02-28', '2026-02-28'],
    ['REAL', 1.5, 1.5],
    ['REAL', 5, 5],
  ])('%s ← %p', (storage, value, parameter) => {
    expect(encode(storage, value)).toBe(parameter);
  });
});

describe('a value that it cannot hold is not made to fit', () => {
  it.each<[Storage, unknown]>([
    // On some sources, a number bound to a column of texts matches all that begin with it.
    ['TEXT', 370202],
    ['TEXT', 0],
    ['TEXT', true],
    ['TEXT', null],
    ['TEXT', undefined],
    ['TEXT', ['370202']],
    ['TEXT', { toString: () => '370202' }],
    ['TEXT', '\ud842'],
    ['TEXT', '\udfb7'],
    ['TEXT', '张\ud842三'],
    ['TEXT', '\udfb7\ud842'],
    ['INTEGER', '05'],
    ['INTEGER', '+5'],
    ['INTEGER', '5.0'],
    ['INTEGER', ' 5'],
    ['INTEGER', '5e3'],
    ['INTEGER', '-0'],
    ['INTEGER', '9223372036854775808'],
    ['DECIMAL', '1.'],
    ['DECIMAL', '1e5'],
    ['DECIMAL', Number.NaN],
    ['DATE', '2026-02-29'],
    ['DATE', '2026-2-28'],
    ['DATE', 20260228],
    ['INTEGER', ''],
    ['INTEGER', 1.5],
    ['INTEGER', Number.MAX_SAFE_INTEGER + 1],
    ['INTEGER', Number.MIN_SAFE_INTEGER - 1],
    ['INTEGER', Number.NaN],
    ['INTEGER', Number.POSITIVE_INFINITY],
    ['INTEGER', 5n],
    ['INTEGER', null],
    ['REAL', '1.5'],
    ['REAL', true],
    ['REAL', Number.NaN],
    ['REAL', Number.NEGATIVE_INFINITY],
    ['REAL', null],
    ['OTHER', 'bytes'],
    ['OTHER', 0],
    ['OTHER', new Uint8Array([1])],
  ])('%s ← %p', (storage, value) => {
    expect(encode(storage, value)).toBeUndefined();
  });
});
