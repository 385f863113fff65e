import fc from 'fast-check';

import type { Draw } from '../../../src/disclosure/cellDraws.js';
import type { CubeRules } from '../../../src/disclosure/cubeRules.js';
import { publishCube } from '../../../src/disclosure/publishCube.js';

import { everyList } from './everyList.js';

const base = 3;
/** Under fewer keys, a count may not have turned up that another key would have let pass. */
const enoughKeys = 20;

/** What came of one answer: under which keys it was given, and of which tables. */
interface Given {
  readonly keys: Set<number>;
  /** The greatest number that is told of a cell. */
  readonly greatest: number;
  /** For each told cell, the true counts of it. */
  readonly counts: ReadonlyMap<string, Set<number>>;
}

/** A key: so many draws, which the identities take as they turn up. */
function drawOf(seed: number): Draw {
  const draws = fc.sample(fc.nat({ max: 2 * base - 1 }), { numRuns: 200, seed });
  const places = new Map<string, number>();
  return (identity) => {
    const place = places.get(identity) ?? places.size;
    places.set(identity, place);
    return draws[place % draws.length]!;
  };
}

/**
 * Publishes every table of some cells up to `most` under so many keys. Of each answer that was given
 * under enough keys to judge by, it counts for each told cell how many different true counts it was given of.
 *
 * @param cells the members of each cell
 */
export function countsBehindAnswers(
  cells: readonly (readonly string[])[],
  keys: number,
  most: number,
): readonly number[] {
  const rules: CubeRules = {
    dimensions: cells[0]!.map((_, at) => `d${at}`),
    figures: [{ name: null, base }],
    hasShared: false,
  };
  const answers = new Map<string, Given>();
  for (let seed = 0; seed < keys; seed += 1) {
    const draw = drawOf(seed);
    for (const table of everyList(cells.length, most)) {
      const groups = cells.map((members, at) => ({ members, figures: [BigInt(table[at]!)] }));
      const some = groups.filter(({ figures }) => figures[0]! > 0n);
      const cube = publishCube(some, rules, draw);
      if (cube.kind !== 'cells') throw new Error('there are more cells than are published');
      const key = JSON.stringify(cube.cells.map(({ members, count }) => [members, count]));
      const inner = cube.cells.filter(({ members }) => !members.includes(undefined));
      const given = answers.get(key) ?? {
        keys: new Set(),
        greatest: Math.max(0, ...inner.map(({ count }) => count)),
        counts: new Map(inner.map(({ members }) => [members.join(), new Set<number>()])),
      };
      answers.set(key, given);
      given.keys.add(seed);
      cells.forEach((members, at) => given.counts.get(members.join())?.add(table[at]!));
    }
  }
  const judged = [...answers.values()].filter(
    // Of greater numbers, not all tables have been tried.
    ({ keys: under, greatest }) => under.size >= enoughKeys && greatest + base - 1 <= most,
  );
  return judged
    .flatMap(({ counts }) => [...counts.values()].map(({ size }) => size))
    .filter(Boolean);
}
