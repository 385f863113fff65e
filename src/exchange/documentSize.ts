import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** Bytes that a token takes at most, with the nodes that are made of it: a name that is a whole field. */
const perToken = 500;

/**
 * Bytes of memory that a parsed document takes at most, about. A node keeps the tokens of its whole document.
 *
 * @param node the document, or an operation of it
 */
export function documentSize({ loc }: DocumentNode | OperationDefinitionNode): number {
  let size = 2_000 + 2 * (loc?.source.body.length ?? 0);
  let first = loc?.startToken;
  while (first?.prev) first = first.prev;
  for (let token = first; token; token = token.next ?? undefined) size += perToken;
  return size;
}
