import fc from 'fast-check';

import type { DisclosureRules } from '../../../src/disclosure/disclosureRules.js';
import { mergeDisjoint } from '../../../src/disclosure/figure.js';
import type { Group, Member } from '../../../src/disclosure/group.js';
import type { PublishedCell } from '../../../src/disclosure/publishCube.js';

/** People who have their members in common, by their values of each measure; null for none. */
export interface People {
  readonly members: readonly Member[];
  readonly values: readonly (readonly (number | null)[])[];
}

/** A cube before anything of it is hidden. */
export interface RawCube {
  readonly dimensions: number;
  readonly measures: number;
  readonly rules: DisclosureRules;
  readonly people: readonly People[];
}

/** A group as a source would tell of people with a row each. */
export function groupOf({ members, values }: People, measures: number): Group {
  const rows = { value: values.length, contributors: values.length, most: 1 };
  const sums = Array.from({ length: measures }, (_, at) => {
    const known = values.flatMap((one) => one[at] ?? []);
    return {
      value: known.reduce((sum, value) => sum + value, 0),
      contributors: known.length,
      most: Math.max(0, ...known),
    };
  });
  return { members, figures: [rows, ...sums] };
}

const size = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 3, max: 14 }),
  fc.integer({ min: 10, max: 40 }),
);
const value = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(null, 0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 500 }) },
);

function combinations(lengths: readonly number[]): readonly (readonly Member[])[] {
  return lengths.reduce<readonly (readonly Member[])[]>(
    (all, length) =>
      all.flatMap((members) =>
        // The first has no value.
        Array.from({ length }, (_, at) => [...members, at === 0 ? null : `m${at}`]),
      ),
    [[]],
  );
}

/** Any cube of one to three dimensions, most of them with cells of a few people. */
export const rawCube: fc.Arbitrary<RawCube> = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    measures: fc.constantFrom(0, 0, 1, 2),
    threshold: fc.constantFrom(3, 5, 10),
    dominance: fc.constantFrom(null, 50, 85),
  })
  .chain(({ lengths, measures, threshold, dominance }) => {
    const row = fc.array(value, { minLength: measures, maxLength: measures });
    const people = combinations(lengths).map((members) =>
      size.chain((count) =>
        fc.record({
          members: fc.constant(members),
          values: fc.array(row, { minLength: count, maxLength: count }),
        }),
      ),
    );
    return fc.record({
      dimensions: fc.constant(lengths.length),
      measures: fc.constant(measures),
      rules: fc.constant<DisclosureRules>({
        threshold,
        dominance,
        rounding: 1,
        merge: mergeDisjoint,
      }),
      people: fc.tuple(...people),
    });
  });

/** The groups of a raw cube, those without people left out, as a source would. */
export function groupsOf({ people, measures }: RawCube): readonly Group[] {
  return people.filter(({ values }) => values.length > 0).map((group) => groupOf(group, measures));
}

/** The people whom a published cell is about, by the members that are published. */
export function peopleIn(
  { people }: RawCube,
  cells: readonly PublishedCell[],
  cell: PublishedCell,
): readonly (readonly (number | null)[])[] {
  const published = cell.members.map((_, at) => new Set(cells.map(({ members }) => members[at])));
  return people
    .filter(({ members }) =>
      members.every((member, at) => {
        const shown = published[at]!.has(member) ? member : null;
        // Who is in no published member is in no number.
        if (!published[at]!.has(shown)) return false;
        return cell.members[at] === undefined || cell.members[at] === shown;
      }),
    )
    .flatMap(({ values }) => values);
}
