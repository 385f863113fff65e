import { Kind, parse, Source, type ASTNode, type ObjectTypeDefinitionNode } from 'graphql';

import type { Faults } from '../../catalog/fault/fault.js';
import type { CatalogText } from '../../catalog/read/sdl/parseCatalogs.js';

/** Where catalogs define their types; what is found there can be told as of them. */
export function typeNodes(
  texts: readonly CatalogText[],
  faults: Faults,
): ReadonlyMap<string, ObjectTypeDefinitionNode> {
  const nodes = new Map<string, ObjectTypeDefinitionNode>();
  for (const { file, text } of texts) {
    const document = parse(new Source(text, file));
    faults.over(document);
    for (const node of document.definitions) {
      if (node.kind === Kind.OBJECT_TYPE_DEFINITION) nodes.set(node.name.value, node);
    }
  }
  return nodes;
}

/** Where a type states what its table is. */
export function resourceNode(node: ObjectTypeDefinitionNode): ASTNode {
  return node.directives?.find(({ name }) => name.value === 'resource') ?? node;
}
