import { describe, expect, it } from '@jest/globals';

import type { Draw } from '../../../src/disclosure/cellDraws.js';
import type { CubeRules } from '../../../src/disclosure/cubeRules.js';
import type { Group } from '../../../src/disclosure/group.js';
import type { Member } from '../../../src/disclosure/member.js';
import { publishCube } from '../../../src/disclosure/publishCube.js';

const base = 10;
const count = { name: null, base };

/** So many people, who have these members in common, and sums of what they have. */
const people = (number: number, ...members: readonly Member[]): Group => ({
  members,
  figures: [BigInt(number)],
});
const paid = (number: number, sum: bigint, ...members: readonly Member[]): Group => ({
  members,
  figures: [BigInt(number), sum],
});

function rulesFor(groups: readonly Group[], change: Partial<CubeRules> = {}): CubeRules {
  const [first] = groups;
  const measures = first?.figures.slice(1).map((_, at) => ({ name: `m${at}`, base: 1_000 })) ?? [];
  const dimensions = first?.members.map((_, at) => `d${at}`) ?? ['d0'];
  return { dimensions, figures: [count, ...measures], hasShared: false, ...change };
}

/** Offsets of nothing: everything is rounded down. */
const none: Draw = () => 0;
/** The greatest offsets, of all bases here: everything is rounded up. */
const greatest: Draw = () => 1_999;

/** Cells in short: `{ 'm / all': 12 }`, `rest` for the rest; with sums, both. */
function published(groups: readonly Group[], draw = none, change: Partial<CubeRules> = {}) {
  const cube = publishCube(groups, rulesFor(groups, change), draw);
  if (cube.kind !== 'cells') return cube.kind;
  const told = cube.cells.map(({ members, count: number, sums }) => [
    members
      .map((member) => (member === undefined ? 'all' : member === null ? 'rest' : String(member)))
      .join(' / '),
    sums.length > 0 ? [number, ...sums] : number,
  ]);
  return Object.fromEntries(told) as unknown;
}

describe('a cell', () => {
  it.each([
    [20, none, 20],
    [29, none, 20],
    [30, none, 30],
    [30, () => 9, 30],
    [31, () => 9, 40],
    [31, () => 19, 40],
    [31, () => 8, 30],
  ] as const)('of %i is told as a multiple of the base, by its offset', (number, draw, told) => {
    expect(published([people(number, 'a'), people(100, 'b')], draw)).toMatchObject({ a: told });
  });

  it('of none is zero, whatever the offset', () => {
    const groups = [people(40, 'a', 'x'), people(40, 'b', 'y')];
    expect(published(groups, greatest)).toMatchObject({ 'a / y': 0, 'b / x': 0 });
  });

  it('has the offset of its dimensions and members, in whichever order a cube states them', () => {
    const asked: string[] = [];
    const note: Draw = (identity) => {
      asked.push(identity);
      return 0;
    };
    published([people(40, 'a', 'x')], note);
    const turned = [...asked];
    asked.length = 0;
    published([people(40, 'x', 'a')], note, { dimensions: ['d1', 'd0'] });
    expect([...asked].sort()).toEqual([...turned].sort());
    expect(asked).toContain('[[["d0","a"],["d1","x"]],null]');
    expect(asked).toContain('[[["d0","a"]],null]');
    expect(asked).toContain('[[],null]');
  });
});

describe('a total', () => {
  it('is a multiple of twice the base, near what it is of', () => {
    expect(published([people(30, 'a'), people(25, 'b')])).toEqual({ a: 30, b: 20, all: 40 });
    expect(published([people(30, 'a'), people(25, 'b')], greatest)).toEqual({
      a: 30,
      b: 30,
      all: 60,
    });
  });

  it('includes rows whose member is not told', () => {
    expect(published([people(40, 'a'), people(19, 'b')])).toEqual({ a: 40, all: 40 });
    expect(published([people(40, 'a'), people(20, 'b'), people(19, null)])).toEqual({
      a: 40,
      b: 20,
      all: 60,
    });
  });

  it('is moved where its cells leave it too few values', () => {
    const draw: Draw = (identity) => (identity === '[[],null]' ? 19 : 0);
    // 119 people, told as 120 by itself; the cells are told as 20 six times too low.
    const groups = ['a', 'b'].map((member) => people(29, member));
    expect(published(groups, draw)).toEqual({ a: 20, b: 20, all: 60 });
    const small = Array.from({ length: 3 }, (_, at) => people(29, `m${at}`));
    expect(published(small, draw)).toMatchObject({ all: 80 });
  });
});

describe('a member', () => {
  it('is named if twice the base have it, after rounding; so more than the base have it', () => {
    for (const [number, draw, isNamed] of [
      [19, none, false],
      [20, none, true],
      [10, greatest, false],
      [11, greatest, true],
    ] as const) {
      const told = published([people(number, 'a'), people(100, 'b')], draw);
      expect(Object.keys(told as object).includes('a')).toBe(isNamed);
    }
  });

  it('is named only if its cells come to as much', () => {
    // Nineteen and nineteen are told as ten each, so `a` has forty, and its cells say twenty.
    const spread = (number: number) => [
      people(number, 'a', 'x'),
      people(number, 'a', 'y'),
      people(50, 'b', 'x'),
      people(50, 'b', 'y'),
    ];
    expect(published(spread(19))).toMatchObject({ 'a / x': 10, 'a / y': 10, 'a / all': 20 });
    // Their total is eighteen more.
    const [cells, ...others] = [
      Array.from({ length: 4 }, (_, at) => people(9, 'a', `x${at}`)),
      ...Array.from({ length: 4 }, (_, at) => people(50, 'b', `x${at}`)),
    ];
    expect(published([...cells, ...others])).not.toHaveProperty(['a / all']);
  });

  it('is told with the rest if not, and the rest has another offset by who is named', () => {
    const asked = new Set<string>();
    const draw: Draw = (identity) => {
      asked.add(identity);
      return 0;
    };
    const groups = [people(40, 'a'), people(19, 'b'), people(15, null)];
    expect(published(groups, draw)).toEqual({ a: 40, rest: 30, all: 60 });
    const rest = [...asked].filter((identity) => identity.includes('["d0",null,'));
    asked.clear();
    published([people(40, 'other'), people(19, 'b'), people(15, null)], draw);
    for (const identity of rest) expect(asked).not.toContain(identity);
  });

  it('that is no value is always of the rest', () => {
    expect(published([people(40, 'a'), people(90, null)])).toEqual({ a: 40, rest: 90, all: 120 });
  });

  it('is looked at again where another dimension has named fewer', () => {
    // `x` has thirty, but twenty of them with members that nobody is told of.
    const groups = [
      people(9, 'a', 'x'),
      people(60, 'a', 'y'),
      ...Array.from({ length: 3 }, (_, at) => people(7, `b${at}`, 'x')),
    ];
    expect(published(groups)).toEqual({
      'a / y': 60,
      'a / all': 60,
      'all / y': 60,
      'all / all': 60,
    });
  });

  it.each([0, 1, 9])('is nobody, where there are %i people in all', (number) => {
    expect(published(number === 0 ? [] : [people(number, 'a')], greatest)).toEqual({});
  });

  it('needs enough people in one cell, where one may be in several', () => {
    // One person in forty cells makes forty memberships, told as ten each by the greatest offsets.
    const one = Array.from({ length: 40 }, (_, at) => people(1, 'a', `x${at}`));
    const many = Array.from({ length: 40 }, (_, at) => people(90, 'b', `x${at}`));
    expect(published([...one, ...many], greatest)).toHaveProperty(['a / all']);
    expect(published([...one, ...many], greatest, { hasShared: true })).not.toHaveProperty([
      'a / all',
    ]);
  });

  it('stands in order: numbers by size, texts by code point, the rest last', () => {
    const keys = (members: readonly Member[]) => {
      const groups = members.map((member) => people(30, member));
      const cube = publishCube(groups, rulesFor(groups), none);
      return cube.kind === 'cells' ? cube.cells.map((cell) => cell.members[0]) : [];
    };
    expect(keys([null, 10, 9, -1])).toEqual([-1, 9, 10, null, undefined]);
    expect(keys(['𠮷', 'Ａ', null, 'a', 'A'])).toEqual(['A', 'a', 'Ａ', '𠮷', null, undefined]);
    expect(keys([true, false])).toEqual([false, true, undefined]);
  });
});

describe('a sum', () => {
  it('is rounded as counts are, to its own base', () => {
    expect(published([paid(20, 1_999n, 'a'), paid(30, 2_500n, 'b')])).toEqual({
      a: [20, 1_000],
      b: [30, 2_000],
      all: [40, 4_000],
    });
  });

  it('is not told of a count of less than twice the base', () => {
    const groups = [
      paid(19, 4_000n, 'a', 'x'),
      paid(40, 4_000n, 'a', 'y'),
      paid(40, 4_000n, 'b', 'x'),
      paid(40, 4_000n, 'b', 'y'),
    ];
    expect(published(groups)).toMatchObject({ 'a / x': [10, null], 'a / y': [40, 4_000] });
  });

  it('may lie below zero', () => {
    expect(published([paid(40, -1n, 'a'), paid(40, -2_000n, 'b')])).toMatchObject({
      a: [40, -1_000],
      b: [40, -2_000],
    });
    expect(published([paid(40, -1n, 'a')], greatest)).toMatchObject({ a: [40, 0] });
  });

  it('is never of more than so many people can have, as its count tells', () => {
    // All have the most that counts. Their sum is rounded up, where their count is rounded down.
    const up: Draw = (identity) => (identity.endsWith('"m0"]') ? 1_999 : 0);
    const groups = [paid(29, 2_900n, 'a'), paid(29, -2_900n, 'b')];
    expect(published(groups, up)).toMatchObject({ a: [20, 2_000], b: [20, -2_000] });
    expect(published(groups)).toMatchObject({ a: [20, 2_000], b: [20, -2_000] });
  });

  it('is exact beyond 2^53 before it is rounded', () => {
    const sum = 2n ** 53n + 1n;
    const step = Number(sum - (sum % 1_000n));
    const one = 999n - (sum % 1_000n);
    const many = 10 ** 14;
    expect(published([paid(many, sum + one, 'a')])).toMatchObject({ a: [many, step] });
    expect(published([paid(many, sum + one + 1n, 'a')])).toMatchObject({ a: [many, step + 1_000] });
  });
});

describe('the size of a cube', () => {
  const cube = (members: number, number: number) =>
    Array.from({ length: members }, (_, at) => people(number, at));

  it('is five hundred combinations of members at the most, of those that are told', () => {
    expect(published(cube(501, 20))).toBe('tooMany');
    expect(published(cube(501, 19))).not.toBe('tooMany');
    expect(published(cube(500, 20))).not.toBe('tooMany');
  });

  it('is not looked at further where far more members could be named', () => {
    // Each has enough, but no cell has, so that none of them would be named after all.
    const sparse = Array.from({ length: 145 * 140 }, (_, at) => people(1, at % 145, at % 140));
    expect(published(sparse)).toBe('tooMany');
  });
});
