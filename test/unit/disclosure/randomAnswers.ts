import fc from 'fast-check';

import type { RoundedTable } from '../../../src/disclosure/repairTotals.js';

import { isNamed, roundedBy, totalsOf } from './tables.js';

/** What random tables are drawn with. */
export interface Drawing {
  readonly shape: readonly number[];
  readonly base: number;
  readonly seed: number;
}

/**
 * A random answer before repair. Half of them are adversarial: cells of one less than the base, which are
 * told as zero, under totals that are told as high or as low as they can be.
 */
function answerOf({ shape, base }: Drawing): fc.Arbitrary<RoundedTable> {
  const count = shape.reduce((product, length) => product * length, 1);
  const totals = totalsOf(shape).length;
  const offset = fc.integer({ min: 0, max: 2 * base - 1 });
  const plain = fc.record({
    values: fc.array(fc.integer({ min: 0, max: base + 5 }), {
      minLength: count,
      maxLength: count,
    }),
    offsets: fc.array(offset, { minLength: count + totals, maxLength: count + totals }),
  });
  const hard = fc.record({
    values: fc.array(fc.constantFrom(base - 1, base - 1, 1, base, 2 * base - 1), {
      minLength: count,
      maxLength: count,
    }),
    offsets: fc
      .tuple(
        fc.array(fc.constantFrom(0, 0, base - 1), { minLength: count, maxLength: count }),
        fc.array(fc.constantFrom(0, 2 * base - 1), { minLength: totals, maxLength: totals }),
      )
      .map((both) => both.flat()),
  });
  return fc
    .oneof(plain, hard)
    .map(({ values, offsets }) => roundedBy(shape, values, base, (at) => offsets[at]!));
}

/** So many random answers, without repair, of which members could be named. */
export function randomAnswers(drawing: Drawing, count: number): readonly RoundedTable[] {
  return fc.sample(answerOf(drawing).filter(isNamed), { numRuns: count, seed: drawing.seed });
}
