import type { ReferenceDecisions } from '../reference/decide.js';
import { citizensNumber } from '../reference/spelling.js';
import { toldIn, type Verifications } from '../reference/verify.js';

import type { CubeModel } from './cubes.js';
import { keyParts } from './keys.js';
import { model, typeNames, type ModelRow, type TypeName, type World } from './model.js';
import { shownAs } from './shownAs.js';

/** What an operation asks of whom by their keys. */
export interface Submitted {
  readonly lookups: Readonly<Record<TypeName, ReadonlySet<string>>>;
  readonly verifications: Verifications;
  /** The statistics that it asks for. */
  readonly statistics: Readonly<Record<TypeName, readonly CubeModel[]>>;
}

/** Where the same numbers of people stand: a key, and what links to it and from it. */
const places = [
  ['Person', 'pid'],
  ['Place', 'keeper'],
  ['Term', 'holder'],
  ['Term', 'other'],
] as const;

function swapIn(row: ModelRow, field: string, one: string, other: string): ModelRow {
  if (row[field] === one) return { ...row, [field]: other };
  return row[field] === other ? { ...row, [field]: one } : row;
}

/**
 * A world in which two people have exchanged their numbers, at every place at once, so that links lead
 * where they led; or the same world where a contract could tell: where it shows the numbers apart, a
 * row comes into scope or leaves it, one of them will be looked up, or a verification tells another thing.
 * (No statistic is over a number.)
 */
export function renamed(
  world: World,
  decisions: ReferenceDecisions,
  { lookups, verifications }: Submitted,
): World {
  const all = model.Person.fields['pid']!.domain.map(String);
  // What is one number in two spellings would become two others.
  const areOne = places.some(([type, field]) => decisions[type]?.citizens.has(field));
  const numbers = areOne
    ? all.filter((one) =>
        all.every((other) => one === other || citizensNumber(one) !== citizensNumber(other)),
      )
    : all;
  // Best are two of whom a link leads from or to one, so that what hangs on its key is seen.
  const isLinked = (number: string) =>
    world.Person.some(({ pid }) => pid === number) &&
    world.Place.some(({ keeper }) => keeper === number);
  const isAsked = (number: string) =>
    lookups.Person.has(number) ||
    [...lookups.Term].some((key) => keyParts('Term', key)['holder'] === number);
  const told = toldIn(world, decisions, verifications);
  let found = world;
  for (const one of numbers) {
    for (const other of numbers) {
      if (one === other || isAsked(one) || isAsked(other)) continue;
      const isHidden = places.every(([type, field]) => {
        const decided = decisions[type]?.fields[field];
        return !decided || shownAs(decided, one) === shownAs(decided, other);
      });
      const swapped: World = {
        ...world,
        Person: world.Person.map((row) => swapIn(row, 'pid', one, other)),
        Place: world.Place.map((row) => swapIn(row, 'keeper', one, other)),
        Term: world.Term.map((row) =>
          swapIn(swapIn(row, 'holder', one, other), 'other', one, other),
        ),
      };
      const staysInScope = typeNames.every((type) =>
        world[type].every(
          (row, at) =>
            decisions[type]?.inScope(row, world) ===
            decisions[type]?.inScope(swapped[type][at]!, swapped),
        ),
      );
      const isTold = toldIn(swapped, decisions, verifications) !== told;
      if (!isHidden || !staysInScope || isTold) continue;
      found = swapped;
      if (isLinked(one) || isLinked(other)) return found;
    }
  }
  return found;
}
