import type { DocumentNode } from 'graphql';

import type { Variables } from '../plan/operation/bindVariables.js';

import type { Occasion } from './occasion.js';

/** An operation as its document states it. */
export interface StatedOperation {
  readonly document: DocumentNode;
  /** Equal only for documents that are equal to the letter. */
  readonly documentHash: string;
  readonly operationName: string | null;
}

/** What a request that was let in asks. */
export interface Operation extends StatedOperation {
  /** As the request gave them, not coerced. */
  readonly variables: Variables;
  readonly occasion: Occasion;
}
