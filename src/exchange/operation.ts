import type { DocumentNode } from 'graphql';

import type { Variables } from '../plan/operation/bindVariables.js';

import type { Occasion } from './occasion.js';

/** An operation as its document states it. */
export interface StatedOperation {
  readonly document: DocumentNode;
  /** Equal only for documents that are equal letter by letter. */
  readonly documentHash: string;
  readonly operationName: string | null;
}

/** The operation of an admitted request. */
export interface Operation extends StatedOperation {
  /** As the request gave them, not yet coerced. */
  readonly variables: Variables;
  readonly occasion: Occasion;
}
