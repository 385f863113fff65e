import type { Filter } from '../source/request/filter.js';

import type { BindContext } from './bindContext.js';
import type { Variables } from './operation/bindVariables.js';
import type { BoundList } from './page/boundList.js';
import type { Fetch } from './rows/fetch.js';
import type { ListPlan } from './rows/rowShape.js';

/** What the parts of one plan are bound with. */
export interface PlanBinder {
  readonly context: BindContext;
  /** Coerced by `bindVariables`. */
  readonly variables: Variables;
  /** The row scope of a fetch, as bound for the requester. */
  readonly scopeOf: (fetch: Fetch) => Filter;
  /** What the row scope of a fetch is told apart from others by, on whichever day. */
  readonly scopeIdentityOf: (fetch: Fetch) => string;
  /** Binds the list behind a link, once. */
  readonly bindLinkedList: (step: ListPlan) => BoundList;
}
