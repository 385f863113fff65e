import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { JsonOut } from '../../../src/execute/write/jsonOut.js';
import type { Json } from '../../../src/value/scalarType.js';

/** Texts with all that a writer of JSON may get wrong: escapes, planes, halves of pairs. */
const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\0', '\n', '\u001f', '\u007f', '\u2028', '\ud800', '\udfff', '😀'),
    fc.constantFrom('a', 'é', '张', '\uffff', '/'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 80,
});

const values = fc.oneof(
  texts,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue(),
) as fc.Arbitrary<Json>;

describe('JsonOut', () => {
  it('writes values as JSON.stringify does', () => {
    const out = new JsonOut();
    fc.assert(
      fc.property(values, (value) => {
        out.json(value);
        expect(out.take().toString()).toBe(JSON.stringify(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('writes bytes as the text that they are in UTF-8, sound or not', () => {
    const out = new JsonOut();
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      texts.map((text) => new Uint8Array(Buffer.from(text))),
    );
    fc.assert(
      fc.property(some, some, (before, bytes) => {
        const all = Buffer.concat([before, bytes, before]);
        out.utf8(all, before.length, before.length + bytes.length);
        out.comma();
        out.text('é');
        out.comma();
        out.utf8(all, 0, before.length);
        const [one, other] = [bytes, before].map((part) =>
          JSON.stringify(Buffer.from(part).toString('utf8')),
        );
        expect(out.take().toString()).toBe(`${one},"é",${other}`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes back what was written last', () => {
    const out = new JsonOut();
    out.text('kept');
    const { length } = out;
    out.text('x'.repeat(200_000));
    out.cut(length);
    out.null();
    expect(out.take().toString()).toBe('"kept"null');
  });

  it('holds what is longer than its memory, and gives it to nobody else', () => {
    const out = new JsonOut();
    const long = '张"'.repeat(500_000);
    out.text(long);
    const first = out.take();
    out.text('second');
    expect(first.toString()).toBe(JSON.stringify(long));
    expect(out.take().toString()).toBe('"second"');
  });
});
