import type { Cube, Resource } from '../../catalog/model/catalog.js';
import type { FieldDecision, Reason } from '../model/decisions.js';
import type { Reach } from '../model/use.js';

export interface DecidedCubes {
  readonly cubes: ReadonlyMap<string, Cube>;
  readonly refusedCubes: ReadonlyMap<string, Reason>;
}

/**
 * Decides which statistics of a resource may be asked for. Every field of a cube must be countable: a
 * ceiling or rule that takes one field takes the whole cube.
 *
 * @param granted the reach of the permission
 * @param fields the decisions of the resource's fields
 */
export function decideCubes(
  resource: Resource,
  granted: ReadonlySet<Reach>,
  fields: ReadonlyMap<string, FieldDecision>,
): DecidedCubes {
  const cubes = new Map<string, Cube>();
  const refusedCubes = new Map<string, Reason>();
  const refuse = (name: string, by: string) => {
    refusedCubes.set(name, { step: 'permission', by, result: 'no statistic' });
  };
  for (const [name, cube] of resource.cubes) {
    const used = [...cube.dimensions, ...cube.measures].map(({ field }) => field);
    const uncounted = used.find((field) => !fields.get(field.name)?.isCounted);
    if (!granted.has('STATISTICS')) refuse(name, 'STATISTICS is not granted');
    else if (uncounted) refuse(name, `"${uncounted.name}" may not be counted: it has no GROUP`);
    else cubes.set(name, cube);
  }
  return { cubes, refusedCubes };
}
