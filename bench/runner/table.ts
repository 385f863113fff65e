import { aligned } from '../aligned.js';
import type { SourceKind } from '../sourceKind.js';
import { workloadNames, type WorkloadName } from '../workload.js';

import type { Result } from './runRounds.js';
import { contestantNames, type ContestantName } from './startContestant.js';

type Row = readonly string[];

const peers = contestantNames.filter((name) => name !== 'tongdao');

type Of = (contestant: ContestantName) => Result | undefined;

function ratio(of: Of, to: ContestantName): string {
  return ((of('tongdao')?.rps ?? Number.NaN) / (of(to)?.rps ?? Number.NaN)).toFixed(2);
}

/** How much less CPU an answer takes than by hand: the ratio of the medians, and those of the rounds from the least on. */
function cpuRatio(of: Of): string {
  const [own, byHand] = [of('tongdao'), of('raw')];
  const ofRounds = (own?.cpus ?? []).map((cpu, round) => (byHand?.cpus[round] ?? Number.NaN) / cpu);
  const middle = (byHand?.cpu ?? Number.NaN) / (own?.cpu ?? Number.NaN);
  const [least, most] = [Math.min(...ofRounds), Math.max(...ofRounds)];
  return `${middle.toFixed(2)} (${least.toFixed(2)}-${most.toFixed(2)})`;
}

function rowOf(source: SourceKind, workload: WorkloadName, results: readonly Result[]): Row {
  const of = (name: ContestantName) =>
    results.find(
      (result) =>
        result.source === source && result.workload === workload && result.contestant === name,
    );
  const measured = contestantNames.flatMap((name) => {
    const { rps = Number.NaN, p99 = Number.NaN } = of(name) ?? {};
    return [rps.toFixed(0), p99.toFixed(1)];
  });
  return [source, workload, ...measured, ...peers.map((peer) => ratio(of, peer)), cpuRatio(of)];
}

/** The results as a table: requests a second and p99 in milliseconds, then the ratios of requests and of CPU. */
export function tableOf(results: readonly Result[]): string {
  const head: Row = [
    'source',
    'workload',
    ...contestantNames.flatMap((name) => [`${name} req/s`, 'p99 ms']),
    ...peers.map((peer) => `tongdao/${peer}`),
    'CPU raw/tongdao',
  ];
  const sources = new Set(results.map(({ source }) => source));
  const rows = [...sources].flatMap((source) =>
    workloadNames.map((workload) => rowOf(source, workload, results)),
  );
  const lines = [head, ...rows];
  return aligned(lines, 2);
}
