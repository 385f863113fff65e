import { describe, expect, it } from '@jest/globals';

import type { DisclosureRules } from '../../../src/disclosure/disclosureRules.js';
import { mergeDisjoint, mergeOverlapping } from '../../../src/disclosure/figure.js';
import type { Group, Member } from '../../../src/disclosure/group.js';
import { publishCube } from '../../../src/disclosure/publishCube.js';

const rules: DisclosureRules = {
  threshold: 10,
  dominance: null,
  rounding: 1,
  merge: mergeDisjoint,
};

/** So many people with a row each. */
const people = (count: number, ...members: readonly Member[]): Group => ({
  members,
  figures: [{ value: count, contributors: count, most: 1 }],
});

/** People of whom a measure has this sum, one of them making up so much of it. */
const paid = (count: number, sum: number, most: number, ...members: readonly Member[]): Group => ({
  members,
  figures: [
    { value: count, contributors: count, most: 1 },
    { value: sum, contributors: count, most },
  ],
});

/** Cells in short: `{ 'm / all': 12 }`, null for what is suppressed, `null` for the rest. */
function published(groups: readonly Group[], change: Partial<DisclosureRules> = {}) {
  const [first] = groups;
  const size = {
    dimensions: first?.members.length ?? 1,
    measures: (first?.figures.length ?? 1) - 1,
  };
  const cube = publishCube(groups, size, { ...rules, ...change });
  if (cube.kind !== 'cells') return cube.kind;
  const told = cube.cells.map(({ members, numbers }) => [
    members.map((member) => (member === undefined ? 'all' : String(member))).join(' / '),
    numbers && (numbers.length === 1 ? numbers[0] : numbers),
  ]);
  return Object.fromEntries(told) as unknown;
}

describe('a cube of one dimension', () => {
  it('tells of each member and of all', () => {
    expect(published([people(30, 'b'), people(12, 'a')])).toEqual({ a: 12, b: 30, all: 42 });
  });

  it('puts members that too few have with what has no value', () => {
    const groups = [people(30, 'a'), people(9, 'b'), people(4, 'c'), people(2, null)];
    expect(published(groups)).toEqual({ a: 30, null: 15, all: 45 });
  });

  it.each([0, 1, 9])('is the same whether %i more are of no member, in the total too', (count) => {
    const few = Array.from({ length: count }, (_, at) => people(1, `rare${at}`));
    expect(published([people(30, 'a'), people(12, 'b'), ...few])).toEqual({
      a: 30,
      b: 12,
      all: 42,
    });
  });

  it.each([0, 1, 9])('tells nothing at all of %i people', (count) => {
    expect(published(count === 0 ? [] : [people(count, 'a')])).toEqual({});
  });

  it('has its members in order: numbers by size, texts by code point, what has no value last', () => {
    const keys = (members: readonly Member[]) => {
      const cube = publishCube(
        members.map((member) => people(10, member)),
        { dimensions: 1, measures: 0 },
        rules,
      );
      return cube.kind === 'cells' ? cube.cells.map((cell) => cell.members[0]) : [];
    };
    expect(keys([null, 10, 9, -1])).toEqual([-1, 9, 10, null, undefined]);
    expect(keys(['𠮷', 'Ａ', null, 'a', 'A'])).toEqual(['A', 'a', 'Ａ', '𠮷', null, undefined]);
    expect(keys([true, false])).toEqual([false, true, undefined]);
  });
});

describe('a cube of two dimensions', () => {
  it('suppresses a small cell, and as few rows more as guard it', () => {
    const groups = [
      people(3, 'a', 'x'),
      people(40, 'a', 'y'),
      people(50, 'a', 'z'),
      people(20, 'b', 'x'),
      people(30, 'b', 'y'),
      people(60, 'b', 'z'),
    ];
    expect(published(groups)).toEqual({
      'a / x': null,
      'a / y': null,
      'a / z': 50,
      'a / all': 93,
      'b / x': null,
      'b / y': null,
      'b / z': 60,
      'b / all': 110,
      'all / x': 23,
      'all / y': 70,
      'all / z': 110,
      'all / all': 203,
    });
  });

  it.each([0, 1, 9])('tells a cell of none from one of %i by nothing but true totals', (count) => {
    const groups = [
      ...(count === 0 ? [] : [people(count, 'a', 'x')]),
      people(40, 'a', 'y'),
      people(40, 'b', 'x'),
      people(40, 'b', 'y'),
    ];
    expect(published(groups)).toMatchObject({
      'a / x': null,
      'a / y': null,
      'b / x': null,
      'b / y': null,
      'a / all': 40 + count,
    });
  });

  it('looks again at one dimension where another has left people out', () => {
    // Four of the ten of `x` are of a member of the first dimension that only they have.
    const groups = [people(6, 'a', 'x'), people(30, 'a', 'y'), people(4, 'b', 'x')];
    expect(published(groups)).toEqual({
      'a / y': 30,
      'a / all': 30,
      'all / y': 30,
      'all / all': 30,
    });
  });
});

describe('a sum', () => {
  it('is told with the rows that it is of', () => {
    expect(published([paid(20, 400, 30, 'a'), paid(30, 900, 40, 'b')])).toEqual({
      a: [20, 400],
      b: [30, 900],
      all: [50, 1300],
    });
  });

  it('of which one makes up too much is suppressed, and guarded by as much as that one has', () => {
    const groups = [
      paid(20, 1_000, 900, 'a', 'x'),
      paid(20, 100, 9, 'a', 'y'),
      paid(30, 2_000, 60, 'a', 'z'),
      paid(20, 2_000, 200, 'b', 'x'),
      paid(20, 300, 20, 'b', 'y'),
      paid(30, 2_000, 60, 'b', 'z'),
    ];
    expect(published(groups)).toMatchObject({ 'a / x': [20, 1_000] });
    // By rows, `y` would do as well; but beside it, `a / x` could be told to within 400.
    expect(published(groups, { dominance: 85 })).toMatchObject({
      'a / x': null,
      'a / y': [20, 100],
      'a / z': null,
      'b / x': null,
      'b / y': [20, 300],
      'b / z': null,
      'all / x': [40, 3_000],
    });
  });

  it('of nothing but zeros tells what each has, and is suppressed', () => {
    const groups = [paid(20, 0, 0, 'a'), paid(30, 800, 40, 'b'), paid(30, 900, 40, 'c')];
    expect(published(groups, { dominance: 85 })).toMatchObject({ a: null, b: null, c: [30, 900] });
  });

  it('that too few have a value for is suppressed with the rows', () => {
    const [few, ...others] = [paid(20, 400, 30, 'a'), paid(30, 900, 40, 'b'), paid(30, 90, 9, 'c')];
    const figures = [few.figures[0]!, { ...few.figures[1]!, contributors: 9 }];
    expect(published([{ ...few, figures }, ...others])).toMatchObject({ a: null, b: null });
  });

  it('below zero guards as if it were none', () => {
    const groups = [paid(20, 100, 90, 'a'), paid(30, -800, 40, 'b'), paid(30, 900, 40, 'c')];
    expect(published(groups, { dominance: 85 })).toMatchObject({ a: null, b: null });
  });
});

describe('people of several rows', () => {
  const rows = (count: number, contributors: number, ...members: readonly Member[]): Group => ({
    members,
    figures: [{ value: count, contributors, most: count - contributors + 1 }],
  });

  it('count once, and in a total as if all were those of its largest cell', () => {
    const merge = mergeOverlapping;
    // Eight in each cell: whether a member has 8 or 16, nobody can tell from this.
    const groups = [rows(30, 8, 'a', 'x'), rows(30, 8, 'a', 'y')];
    expect(published(groups, { merge })).toEqual({});
    expect(published([...groups, rows(30, 12, 'a', 'z')], { merge })).toMatchObject({
      'a / all': 30,
    });
  });

  it('make a range as wide as what one of them may have', () => {
    const groups = [rows(60, 5, 'a'), rows(60, 30, 'b'), rows(90, 40, 'c'), rows(40, 12, null)];
    expect(published(groups, { merge: mergeOverlapping })).toEqual({
      b: 60,
      c: 90,
      null: 100,
      all: 250,
    });
  });
});

describe('published numbers', () => {
  it('are multiples of what they are rounded to, each by itself', () => {
    const groups = [paid(22, -398, 30, 'a'), paid(33, 902, 40, 'b')];
    expect(published(groups, { rounding: 5 })).toEqual({
      a: [20, -400],
      b: [35, 900],
      all: [55, 505],
    });
  });

  it('are suppressed by what they are, not by what they are rounded to', () => {
    const groups = [people(9, 'a', 'x'), people(30, 'a', 'y'), people(30, 'b', 'x')];
    expect(published(groups, { rounding: 10 })).toMatchObject({ 'a / x': null, 'b / x': null });
  });
});

describe('the size of a cube', () => {
  const cube = (years: number, places: number, count: number) =>
    Array.from({ length: years * places }, (_, at) => people(count, at % years, `p${at % places}`));

  it('is five hundred combinations of members at the most, of those that are published', () => {
    expect(published(cube(501, 1, 10))).toBe('tooMany');
    expect(published(cube(501, 1, 9))).not.toBe('tooMany');
    expect(published(cube(500, 1, 10))).not.toBe('tooMany');
  });
});
