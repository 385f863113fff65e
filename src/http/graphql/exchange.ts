import type { DocumentNode } from 'graphql';

import type { Admission } from '../../exchange/admission.js';
import type { Answer } from '../../exchange/answer.js';
import type { Occasion } from '../../exchange/occasion.js';
import type { Variables } from '../../plan/operation/bindVariables.js';

/** An operation as its document states it. */
export interface StatedOperation {
  readonly document: DocumentNode;
  readonly documentHash: string;
  readonly operationName: string | null;
}

/** What HTTP hands requests on to: the stages from identity to respond. */
export interface Exchange {
  admit(credentials: {
    readonly authorization: string | undefined;
    readonly purpose: string | undefined;
  }): Promise<Admission>;
  answer(
    admission: Admission,
    operation: StatedOperation & { readonly variables: Variables; readonly occasion: Occasion },
  ): Promise<Answer>;
}
