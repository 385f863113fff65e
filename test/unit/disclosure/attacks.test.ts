import { describe, expect, it } from '@jest/globals';

import type { Draw } from '../../../src/disclosure/cellDraws.js';
import type { CubeRules } from '../../../src/disclosure/cubeRules.js';
import type { Group } from '../../../src/disclosure/group.js';
import { publishCube } from '../../../src/disclosure/publishCube.js';
import { drawUnder } from '../../../src/keys/drawUnder.js';

import { possibleValues } from './possibleValues.js';
import { keyOf } from './tables.js';
import { toldTable } from './toldTable.js';

const base = 10;
const rules: CubeRules = {
  dimensions: ['area', 'kind'],
  figures: [{ name: null, base }],
  hasShared: false,
};

/** A key of its own for each number. */
const drawOf = (key: number): Draw => {
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(0, key);
  return drawUnder(bytes);
};

const group = (area: string, kind: string, count: number): Group => ({
  members: [area, kind],
  figures: [BigInt(count)],
});

/** Of this table, suppression left one table only that would have been told so. */
const runBackwards = [
  ...[group('east', 'A', 36), group('east', 'B', 10), group('east', 'C', 14)],
  ...[group('west', 'A', 9), group('west', 'B', 10), group('west', 'C', 19)],
];

function cellsOf(groups: readonly Group[], draw: Draw) {
  const cube = publishCube(groups, rules, draw);
  if (cube.kind !== 'cells') throw new Error('there are more cells than are published');
  return cube.cells;
}

describe('whoever runs the algorithm backwards', () => {
  it('finds ten values or more for each cell, under each of a thousand keys', () => {
    const answers = new Map(
      Array.from({ length: 1_000 }, (_, key) => {
        const table = toldTable(cellsOf(runBackwards, drawOf(key)), base);
        return [keyOf(table), table];
      }),
    );
    expect(answers.size).toBeGreaterThan(50);
    for (const table of answers.values()) {
      for (const count of possibleValues(table, base)) expect(count).toBeGreaterThanOrEqual(base);
    }
  });
});

/** What is told of one cell at every step of a history in which one row goes as another comes. */
function history(drawFor: (rows: readonly number[]) => Draw): readonly number[] {
  return Array.from({ length: 400 }, (_, step) => {
    const rows = Array.from({ length: 36 }, (_row, at) => step + at);
    const cells = cellsOf([group('east', 'A', rows.length)], drawFor(rows));
    return cells.find(({ members }) => !members.includes(undefined))!.count;
  });
}

describe('whoever watches a cell whose rows change, and whose count does not', () => {
  const draw = drawOf(7);

  it('sees one number, which tells no more than once', () => {
    expect(new Set(history(() => draw)).size).toBe(1);
  });

  it('would find the count as an average, if offsets hung on the rows', () => {
    const told = history((rows) => (identity) => draw(JSON.stringify([identity, rows])));
    const mean = told.reduce((sum, one) => sum + one, 0) / told.length;
    expect(Math.round(mean)).toBe(36);
  });
});

describe('whoever asks again', () => {
  it('is told the same by every replica, in every order of the groups', () => {
    const told = cellsOf(runBackwards, drawOf(1));
    expect(cellsOf([...runBackwards].reverse(), drawOf(1))).toEqual(told);
  });

  it('is told the same of one cell by a cube of less dimensions, or knows it from the total', () => {
    for (let key = 0; key < 100; key += 1) {
      const draw = drawOf(key);
      const groups = [group('east', 'A', 36), group('west', 'A', 90)];
      const [both, narrow] = [
        cellsOf(groups, draw),
        publishCube(
          groups.map(({ members, figures }) => ({ members: members.slice(0, 1), figures })),
          { ...rules, dimensions: ['area'] },
          draw,
        ),
      ];
      if (narrow.kind !== 'cells') throw new Error('there are more cells than are published');
      const total = both.find(({ members }) => members[0] === 'east' && members[1] === undefined)!;
      const cell = narrow.cells.find(({ members }) => members[0] === 'east')!;
      // A total has the same offset, and twice the step: its number follows from the cell's, but for a bit.
      expect([0, base, -base]).toContain(total.count - cell.count);
    }
  });
});
