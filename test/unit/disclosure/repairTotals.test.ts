import { describe, expect, it } from '@jest/globals';

import { repairTotals, type RoundedTable } from '../../../src/disclosure/repairTotals.js';

import { everyTold } from './everyTold.js';
import { expectGuarded } from './expectGuarded.js';
import { possibleValues } from './possibleValues.js';
import { randomAnswers } from './randomAnswers.js';
import { keyOf, repaired } from './tables.js';
import { hasWitness } from './witness.js';

const patience = 120_000;
const everySmall = everyTold([2, 2], 3, 8);

describe('a told table', () => {
  it(
    'leaves each cell of 2 × 2 as many values as the base, whichever table it is of, under any key: base 3',
    () => {
      expect(everySmall.length).toBeGreaterThan(10_000);
      expectGuarded(everySmall);
    },
    patience,
  );

  it(
    'does so of base 5',
    () => {
      expectGuarded(everyTold([2, 2], 5, 10));
    },
    patience,
  );

  it.each([
    { shape: [2, 3], base: 3, seed: 1 },
    { shape: [3, 3], base: 3, seed: 2 },
    { shape: [3, 3], base: 5, seed: 3 },
    { shape: [3, 3], base: 10, seed: 4 },
    { shape: [2, 2, 2], base: 3, seed: 5 },
    { shape: [2, 2, 2], base: 5, seed: 6 },
    { shape: [2, 2, 2], base: 10, seed: 7 },
  ])(
    'does so of random tables, half of them made to be hard: $shape, base $base',
    (drawing) => {
      expectGuarded(randomAnswers(drawing, drawing.base < 10 ? 150 : 30));
    },
    patience,
  );

  it.each([
    { shape: [10, 10], base: 10, seed: 8 },
    { shape: [4, 5, 3], base: 10, seed: 9 },
    { shape: [10, 10, 5], base: 10, seed: 10 },
  ])(
    'has a witness among true tables, from which each cell alone can move: $shape',
    ({ shape, base, seed }) => {
      for (const table of randomAnswers({ shape, base, seed }, 3)) {
        expect(hasWitness(repaired(table))).toBe(true);
      }
    },
    patience,
  );
});

describe('repair', () => {
  it('is needed: of totals that were rounded alone, some leave a cell one value', () => {
    const unrepaired = (table: RoundedTable) => table.totals.map(({ told }) => told);
    const exact = everySmall
      .filter((_, at) => at % 10 === 0)
      .filter((table) => Math.min(...possibleValues(repaired(table, unrepaired), 2)) === 1);
    expect(exact.length).toBeGreaterThan(0);
  });

  it('leaves most totals as they were rounded', () => {
    const tables = randomAnswers({ shape: [4, 4], base: 10, seed: 11 }, 200);
    const kept = tables.filter((table) => keyOf(repaired(table)) === keyOf(table));
    expect(kept.length).toBeGreaterThan(tables.length / 4);
  });

  it('moves a total by twice the base, towards the sum of its cells', () => {
    const [total, base] = [{ told: 6, parts: [0, 1], of: null }, 3] as const;
    const table = { base, cells: [1, 1], totals: [total], hasNegative: false };
    expect(repairTotals(table)).toEqual([4]);
    expect(repairTotals({ ...table, totals: [{ ...total, told: 2 }] })).toEqual([2]);
  });

  it('leaves sums room on both sides of zero', () => {
    const total = { told: -2, parts: [0, 1], of: null } as const;
    const table = { base: 10, cells: [0, 0], totals: [total], hasNegative: true };
    expect(repairTotals(table)).toEqual([-2]);
    expect(repairTotals({ ...table, hasNegative: false })).toEqual([0]);
  });
});
