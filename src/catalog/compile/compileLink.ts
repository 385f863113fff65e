import type { FieldDefinitionNode } from 'graphql';

import type { Faults } from '../fault.js';
import type { Link } from '../model/catalog.js';
import { readType } from '../read/readType.js';
import type { Vocabulary } from '../read/vocabulary.js';

const notOnLinks = [
  'share',
  'open',
  'classify',
  'desensitize',
  'column',
  'necessary',
  'element',
] as const;

/** Compiles a link; undefined if a fault makes that impossible. */
export function compileLink(
  node: FieldDefinitionNode,
  vocabulary: Vocabulary,
  faults: Faults,
): Link | undefined {
  const link = vocabulary.read(node, 'link', faults);
  const type = readType(node.type);
  for (const name of notOnLinks) {
    const stray = vocabulary.node(node, name);
    if (stray) {
      faults.at(stray, `A link holds no value: put @${name} on the field that carries it.`);
    }
  }
  if (!link || faults.within(node.type)) return undefined;
  if (!type.nullable) {
    faults.at(
      node.type,
      `A link may find no row, or its source may fail, so the type of ${node.name.value} is nullable: ${type.name}, or [${type.name}!] for many.`,
    );
    return undefined;
  }
  return {
    name: node.name.value,
    description: node.description?.value ?? null,
    from: link.from,
    target: type.name,
    to: link.to,
    isMany: type.isList,
  };
}
