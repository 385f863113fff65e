import { Kind, print, visit, type DocumentNode } from 'graphql';

import { sha256 } from '../../shared/sha256.js';

const zero = { kind: Kind.INT, value: '0' } as const;

/**
 * Identifies an operation in the record by what it asks: SHA-256 of the document, in which zeros
 * replace all literals. So nobody can find a value by trying hashes.
 */
export function operationHash(document: DocumentNode): string {
  const lifted = visit(document, {
    IntValue: () => zero,
    FloatValue: () => zero,
    StringValue: () => zero,
    BooleanValue: () => zero,
    NullValue: () => zero,
    EnumValue: () => zero,
    ListValue: () => zero,
  });
  return sha256(print(lifted));
}
