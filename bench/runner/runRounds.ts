import { median } from '../median.js';
import type { SourceKind } from '../sourceKind.js';
import type { Workload, WorkloadName } from '../workload.js';

import { measureWithCpu, type MeasuredCpu } from './measureWithCpu.js';
import type { Options } from './options.js';
import { describeContestant, type ContestantName, type Running } from './startContestant.js';

/** A contestant's median measurement on a source under a workload. */
export interface Result extends Pick<MeasuredCpu, 'rps' | 'p99' | 'cpu'> {
  readonly source: SourceKind;
  readonly workload: WorkloadName;
  readonly contestant: ContestantName;
  /** The CPU times of its rounds, in microseconds an answer. */
  readonly cpus: readonly number[];
}

/** Seconds that each is warmed up for under each workload: V8 compiles what is hot only then. */
const warmUp = 3;

/** The contestants beginning with another in each round, so that none always follows the same. */
function rotated(contestants: readonly Running[], round: number): readonly Running[] {
  const start = round % contestants.length;
  return [...contestants.slice(start), ...contestants.slice(0, start)];
}

function keyOf(contestant: Running, { name }: Workload): string {
  return `${describeContestant(contestant)} under ${name}`;
}

/** Warms every contestant up with every workload, then measures all in turn, round by round. */
export async function runRounds(
  contestants: readonly Running[],
  workloads: readonly Workload[],
  { rounds, seconds, connections }: Options,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const measured = new Map<string, MeasuredCpu[]>();
  for (let round = -1; round < rounds; round += 1) {
    const isWarmUp = round < 0;
    say(isWarmUp ? 'Warming up …' : `Round ${round + 1} of ${rounds} …`);
    for (const workload of workloads) {
      for (const contestant of rotated(contestants, Math.max(round, 0))) {
        const load = { seconds: isWarmUp ? warmUp : seconds, connections, signal };
        const measurement = await measureWithCpu(contestant, workload, load).catch(
          (cause: unknown) => {
            throw new Error(`${describeContestant(contestant)} failed under ${workload.name}`, {
              cause,
            });
          },
        );
        if (isWarmUp) continue;
        const key = keyOf(contestant, workload);
        measured.set(key, [...(measured.get(key) ?? []), measurement]);
      }
    }
  }
  return contestants.flatMap((contestant) =>
    workloads.map((workload): Result => {
      const { source, name } = contestant;
      const all = measured.get(keyOf(contestant, workload)) ?? [];
      const rps = median(all.map((measurement) => measurement.rps));
      const p99 = median(all.map((measurement) => measurement.p99));
      const cpus = all.map((measurement) => measurement.cpu);
      const cpu = median(cpus);
      return { source, workload: workload.name, contestant: name, rps, p99, cpu, cpus };
    }),
  );
}
