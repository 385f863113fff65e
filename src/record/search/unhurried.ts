import { setTimeout } from 'node:timers/promises';

import type { Pace } from '../verify/lineWalk.js';

/** Takes a quarter of a processor at the most, so that the work beside it goes on. */
export function unhurried(): Pace {
  let began = performance.now();
  return async () => {
    await setTimeout(3 * (performance.now() - began));
    began = performance.now();
  };
}
