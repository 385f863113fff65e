import type { SourceKind } from '../sourceKind.js';
import type { Workload, WorkloadName } from '../workload.js';

import { measure } from './measure.js';
import type { Options } from './options.js';
import type { Running } from './startContestant.js';

/** What the record costs under a workload. */
export interface RecordCost {
  readonly source: SourceKind;
  readonly workload: WorkloadName;
  /** CPU time of an answer in microseconds, means over the rounds. */
  readonly on: number;
  readonly off: number;
  /** How much more an answer takes with the record, as a part of what it takes without. */
  readonly part: number;
  /** Half of the 95% interval of that part, by Student's t over the rounds. */
  readonly halfInterval: number;
}

/** Student's t, two-sided 95%, by degrees of freedom from 1. */
const t95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
];

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function halfInterval(values: readonly number[]): number {
  const degrees = values.length - 1;
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / degrees;
  return (t95[degrees - 1] ?? 1.96) * Math.sqrt(variance / values.length);
}

type Load = Parameters<typeof measure>[2];

/** CPU time of an answer, in microseconds. */
async function cpuOfAnswer(contestant: Running, workload: Workload, load: Load): Promise<number> {
  const before = await contestant.cpu();
  const { answers } = await measure(contestant.address, workload, load);
  return ((await contestant.cpu()) - before) / answers;
}

/**
 * Measures the gateway with its record and without one, round by round in turn, and who begins in
 * turn too: what the machine does meanwhile meets both.
 */
export async function measureRecordCost(
  [on, off]: readonly [on: Running, off: Running],
  workloads: readonly Workload[],
  { rounds, seconds, connections }: Options,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<readonly RecordCost[]> {
  const costs: RecordCost[] = [];
  for (const workload of workloads) {
    say(`${on.source}, ${workload.name}: warming up, then ${rounds} rounds …`);
    const load = { seconds, connections, signal };
    await cpuOfAnswer(on, workload, load);
    await cpuOfAnswer(off, workload, load);
    const pairs: (readonly [on: number, off: number])[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const first = await cpuOfAnswer(round % 2 === 0 ? on : off, workload, load);
      const second = await cpuOfAnswer(round % 2 === 0 ? off : on, workload, load);
      pairs.push(round % 2 === 0 ? [first, second] : [second, first]);
    }
    const parts = pairs.map(([withRecord, without]) => withRecord / without - 1);
    costs.push({
      source: on.source,
      workload: workload.name,
      on: mean(pairs.map(([withRecord]) => withRecord)),
      off: mean(pairs.map(([, without]) => without)),
      part: mean(parts),
      halfInterval: halfInterval(parts),
    });
  }
  return costs;
}

export function recordCostTable(costs: readonly RecordCost[]): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)}%`;
  return costs
    .map(
      ({ source, workload, on, off, part, halfInterval: half }) =>
        `${source} ${workload}: ${on.toFixed(1)} µs an answer with the record, ${off.toFixed(1)} µs without: ` +
        `${percent(part)} more (95%: ${percent(part - half)} to ${percent(part + half)})`,
    )
    .join('\n');
}
