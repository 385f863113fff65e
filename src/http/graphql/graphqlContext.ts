import type { Admission } from '../../exchange/admission.js';
import type { RequestLog } from '../recording/requestLog.js';

/** What Apollo Server carries from the route to the executor; cloned shallowly on the way. */
export interface GraphQLContext {
  readonly admission: Admission;
  readonly log: RequestLog;
}
