import type { Admission } from '../contract/admission.js';

import type { RequestLog } from './requestLog.js';

/** What Apollo Server carries from the route to the executor; cloned shallowly on the way. */
export interface GraphQLContext {
  readonly admission: Admission;
  readonly log: RequestLog;
}
