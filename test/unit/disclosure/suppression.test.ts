import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { publishCube, type PublishedCell } from '../../../src/disclosure/publishCube.js';

import { boundsOf } from './bounds.js';
import { groupsOf, peopleIn, rawCube, type RawCube } from './cubes.js';

/** What a cube comes to, however it is hidden. */
type Publish = (cube: RawCube) => readonly PublishedCell[];

const publish: Publish = (cube) => {
  const published = publishCube(groupsOf(cube), cube, cube.rules);
  if (published.kind !== 'cells') throw new Error('there are more cells than are published');
  return published.cells;
};

const numbersOf = (values: readonly (readonly (number | null)[])[], measures: number) => [
  values.length,
  ...Array.from({ length: measures }, (_, at) =>
    values.reduce((sum, one) => sum + (one[at] ?? 0), 0),
  ),
];

/** Rounding is arithmetic of floating-point numbers in the solver. */
const tolerance = 1e-6;

/** No suppressed number can be bounded closer than its threshold, or than what one person makes up of it. */
const cannotBeReckoned = (hide: Publish) =>
  fc.property(rawCube, (cube) => {
    const cells = hide(cube);
    for (const cell of cells.filter(({ numbers }) => numbers === null)) {
      const values = peopleIn(cube, cells, cell);
      for (let figure = 0; figure <= cube.measures; figure += 1) {
        const { least, most } = boundsOf(cells, cell, figure);
        const needed =
          figure === 0
            ? cube.rules.threshold
            : Math.max(1, ...values.map((one) => one[figure - 1] ?? 0));
        if (most - least < needed - tolerance) {
          throw new Error(`a cell lies between ${least} and ${most}, ${needed} are needed`);
        }
      }
    }
  });

/** What is told of too few people is left out, and nothing besides: the sums tell it again. */
const primaryOnly: Publish = (cube) => {
  const cells = publish(cube);
  return cells.map((cell) => {
    const values = peopleIn(cube, cells, cell);
    const tells = values.length >= cube.rules.threshold;
    return { ...cell, numbers: tells ? numbersOf(values, cube.measures) : null };
  });
};

/** As it should be, but for one cell that is suppressed for the sake of another. */
const oneTooMany: Publish = (cube) => {
  const cells = publish(cube);
  const [besides] = cells.filter(
    (cell) => cell.numbers === null && peopleIn(cube, cells, cell).length >= cube.rules.threshold,
  );
  return cells.map((cell) =>
    cell === besides
      ? { ...cell, numbers: numbersOf(peopleIn(cube, cells, cell), cube.measures) }
      : cell,
  );
};

describe('a suppressed cell', () => {
  it('cannot be reckoned from the published cells and totals', () => {
    fc.assert(cannotBeReckoned(publish), { numRuns: 100 });
  }, 120_000);

  it.each([
    ['nothing is suppressed besides', primaryOnly],
    ['one of those suppressed besides is published', oneTooMany],
  ])(
    'can be where %s, as the same test notices',
    (_what, hide) => {
      const trial = { numRuns: 300, endOnFailure: true };
      const { failed, errorInstance } = fc.check(cannotBeReckoned(hide), trial);
      expect(failed).toBe(true);
      expect(String(errorInstance)).toMatch(/a cell lies between/);
    },
    120_000,
  );
});

describe('a published cell', () => {
  it('is exact, of enough people in each of its numbers, and nobody makes up too much of one', () => {
    fc.assert(
      fc.property(rawCube, (cube) => {
        const { threshold, dominance } = cube.rules;
        const cells = publish(cube);
        for (const cell of cells) {
          if (!cell.numbers) continue;
          const values = peopleIn(cube, cells, cell);
          expect(cell.numbers).toEqual(numbersOf(values, cube.measures));
          expect(values.length).toBeGreaterThanOrEqual(threshold);
          for (let at = 0; at < cube.measures; at += 1) {
            const known = values.flatMap((one) => one[at] ?? []);
            expect(known.length).toBeGreaterThanOrEqual(threshold);
            if (dominance === null) continue;
            const sum = cell.numbers[at + 1]!;
            expect(100 * Math.max(...known)).toBeLessThan(dominance * sum);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same without those whom no number is about, and in whatever order groups come', () => {
    fc.assert(
      fc.property(rawCube, (cube) => {
        const cells = publish(cube);
        const published = Array.from(
          { length: cube.dimensions },
          (_, at) => new Set(cells.map(({ members }) => members[at])),
        );
        const counted = cube.people.filter(({ members }) =>
          members.every((member, at) => published[at]!.has(member) || published[at]!.has(null)),
        );
        expect(publish({ ...cube, people: [...counted].reverse() })).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });
});
