import type { ObjectTypeDefinitionNode } from 'graphql';

import type { Faults } from '../fault/fault.js';
import type { Resource } from '../model/catalog.js';
import { usualPlural } from '../model/rootNames.js';

import type { Vocabulary } from './sdl/vocabulary.js';

/** Reads what many rows of a type are called; as English usually has it where nothing is stated. */
export function readPlural(
  node: ObjectTypeDefinitionNode,
  stated: string | null,
  vocabulary: Vocabulary,
  faults: Faults,
): Resource['plural'] {
  const usual = usualPlural({ name: node.name.value });
  if (stated === null || /^[a-z]\w*$/.test(stated)) return stated ?? usual;
  faults.at(
    vocabulary.node(node, 'resource') ?? node,
    `\`plural\` is the name of a list, as \`people\`: of letters and digits, and begins with a small letter; "${stated}" is not. Left out, it is "${usual}".`,
  );
  return usual;
}
