import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/**
 * Bytes of memory that a parsed document takes, about: a character of some texts takes fifty.
 *
 * @param node the document, or an operation of it
 */
export function documentSize({ loc }: DocumentNode | OperationDefinitionNode): number {
  return 2_000 + 50 * (loc?.source.body.length ?? 0);
}
