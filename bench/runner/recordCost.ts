import type { SourceKind } from '../sourceKind.js';
import type { Workload, WorkloadName } from '../workload.js';

import { measureWithCpu } from './measureWithCpu.js';
import type { Options } from './options.js';
import type { Running } from './startContestant.js';

/** What the record costs under a workload. */
export interface RecordCost {
  readonly source: SourceKind;
  /** `all`: one request of each. */
  readonly workload: WorkloadName | 'all';
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

/** CPU times of an answer in one round, in microseconds. */
type Pair = readonly [on: number, off: number];

function costOf(
  source: SourceKind,
  workload: RecordCost['workload'],
  pairs: readonly Pair[],
): RecordCost {
  const parts = pairs.map(([on, off]) => on / off - 1);
  return {
    source,
    workload,
    on: mean(pairs.map(([on]) => on)),
    off: mean(pairs.map(([, off]) => off)),
    part: mean(parts),
    halfInterval: halfInterval(parts),
  };
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
  const load = { seconds, connections, signal };
  const measured = workloads.map(({ name }) => ({ name, pairs: [] as Pair[] }));
  const ofAll: Pair[] = [];
  for (let round = -1; round < rounds; round += 1) {
    say(round < 0 ? `${on.source}: warming up …` : `Round ${round + 1} of ${rounds} …`);
    let sum: Pair = [0, 0];
    for (const [index, workload] of workloads.entries()) {
      const isOnFirst = round % 2 === 0;
      const { cpu: first } = await measureWithCpu(isOnFirst ? on : off, workload, load);
      const { cpu: second } = await measureWithCpu(isOnFirst ? off : on, workload, load);
      const pair: Pair = isOnFirst ? [first, second] : [second, first];
      sum = [sum[0] + pair[0], sum[1] + pair[1]];
      if (round >= 0) measured[index]?.pairs.push(pair);
    }
    if (round >= 0) ofAll.push(sum);
  }
  return [
    ...measured.map(({ name, pairs }) => costOf(on.source, name, pairs)),
    costOf(on.source, 'all', ofAll),
  ];
}

export function recordCostTable(costs: readonly RecordCost[]): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)}%`;
  return costs
    .map(
      ({ source, workload, on, off, part, halfInterval: half }) =>
        `${source} ${workload === 'all' ? 'one of each' : workload}: ${on.toFixed(1)} µs an answer with the record, ${off.toFixed(1)} µs without: ` +
        `${percent(part)} more (95%: ${percent(part - half)} to ${percent(part + half)})`,
    )
    .join('\n');
}
