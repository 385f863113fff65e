import type { BoundPlan } from '../../plan/boundPlan.js';

import type { Fetcher } from './fetcher.js';

/** What the roots of one execution fetch with. */
export interface Fetching {
  readonly fetcher: Fetcher;
  /** The plan that they are of, with the lists below them. */
  readonly bound: BoundPlan;
}
