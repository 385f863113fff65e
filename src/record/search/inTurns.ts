import { setImmediate } from 'node:timers/promises';

import type { Pace } from '../verify/lineWalk.js';

/** Lets what else a thread has to do have its turn after each step. */
export const inTurns: Pace = () => setImmediate();
