import type { BoundPlan } from '../../plan/boundPlan.js';

import type { Fetcher } from './fetcher.js';

/** What the fetches of one execution carry along. */
export interface Fetching {
  readonly fetcher: Fetcher;
  /** The bound plan, with the lists behind its links. */
  readonly bound: BoundPlan;
}
