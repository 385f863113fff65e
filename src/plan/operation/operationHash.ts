import { Kind, print, visit, type DocumentNode } from 'graphql';

import { sha256 } from '../../shared/sha256.js';

const zero = { kind: Kind.INT, value: '0' } as const;

/**
 * Tells operations apart by what they ask, for the record: SHA-256 of the document with every
 * literal lifted out, so that no value can be found again by trying.
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
