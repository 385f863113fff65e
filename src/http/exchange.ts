import type { DocumentNode } from 'graphql';

import type { Admission } from '../contract/admission.js';
import type { Variables } from '../plan/bindVariables.js';
import type { Occasion } from '../plan/occasion.js';
import type { Answer } from '../respond/answer.js';

/** What HTTP hands requests on to: the stages from identity to respond. */
export interface Exchange {
  admit(credentials: {
    readonly authorization: string | undefined;
    readonly purpose: string | undefined;
  }): Promise<Admission>;
  answer(
    admission: Admission,
    operation: {
      readonly document: DocumentNode;
      readonly documentHash: string;
      readonly operationName: string | null;
      readonly variables: Variables;
      readonly occasion: Occasion;
    },
  ): Promise<Answer>;
}
