import type { Workload } from '../workload.js';

import { measure, type Load, type Measurement } from './measure.js';
import type { Running } from './startContestant.js';

/** A measurement, with the CPU time of an answer in microseconds: of all threads, and of the kernel for them. */
export interface MeasuredCpu extends Measurement {
  readonly cpu: number;
}

/** Measures a contestant under a workload, and what its process takes for it. */
export async function measureWithCpu(
  contestant: Running,
  workload: Workload,
  load: Load,
): Promise<MeasuredCpu> {
  const before = await contestant.cpu();
  const measurement = await measure(contestant.address, workload, load);
  const cpu = ((await contestant.cpu()) - before) / measurement.answers;
  return { ...measurement, cpu };
}
