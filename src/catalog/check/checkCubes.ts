import { Kind, type ASTNode } from 'graphql';

import { textOfUnits } from '../../value/unitsOf.js';
import type { CompiledType, CompiledTypes } from '../compile/compiledType.js';
import type { Faults } from '../fault/fault.js';
import type { Cube } from '../model/catalog.js';

/** The directive that states a cube. */
function nodeOf({ node }: CompiledType, { name }: Cube): ASTNode {
  const isIts = (argument: { name: { value: string }; value: { kind: string; value?: unknown } }) =>
    argument.name.value === 'name' &&
    argument.value.kind === (Kind.STRING as string) &&
    argument.value.value === name;
  return (
    node.directives?.find(
      (directive) => directive.name.value === 'cube' && directive.arguments?.some(isIts),
    ) ?? node
  );
}

/** What the numbers of one table are rounded to, by what they are of. */
type Bases = Map<string, { readonly stated: number; readonly by: string }>;

/**
 * Checks that one number of one table is rounded to the same base by every cube. Two cubes that tell it
 * with two bases would draw for it twice, and each further draw tells more of it.
 */
export function checkCubes({ types }: CompiledTypes, faults: Faults): void {
  const tables = new Map<string, Bases>();
  for (const type of types.values()) {
    const { resource } = type;
    if (!resource) continue;
    const key = JSON.stringify([resource.source, resource.table]);
    const bases = tables.get(key) ?? (new Map() as Bases);
    tables.set(key, bases);
    for (const cube of resource.cubes.values()) {
      const by = `${resource.name}.${cube.name}`;
      const check = (of: string, stated: number, name: string, scale = 0) => {
        const known = bases.get(of);
        const told = (units: number) => textOfUnits(BigInt(units), scale);
        if (!known) bases.set(of, { stated, by });
        else if (known.stated !== stated) {
          faults.at(
            nodeOf(type, cube),
            `All cubes over the table ${resource.table} have one ${name}: it is ${told(stated)} here and ${told(known.stated)} in ${known.by}. Two would be two draws of one number, which together tell more than each.`,
          );
        }
      };
      check('', cube.base, '`threshold` (or `rounding`, where that is greater)');
      for (const { field, atMost } of cube.measures) {
        const { name, scale } = field.column;
        check(`sum ${name}`, atMost, `\`atMost\` of "${field.name}"`, scale);
      }
    }
  }
}
