import type { SourceKind } from '../sourceKind.js';
import { workloadNames, type WorkloadName } from '../workload.js';

import type { Result } from './runRounds.js';
import { contestantNames, type ContestantName } from './startContestant.js';

type Row = readonly string[];

function ratio(of: (contestant: ContestantName) => Result | undefined, to: ContestantName): string {
  return ((of('tongdao')?.rps ?? Number.NaN) / (of(to)?.rps ?? Number.NaN)).toFixed(2);
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
  return [source, workload, ...measured, ratio(of, 'raw'), ratio(of, 'naive')];
}

/** The results as a table: requests a second and p99 in milliseconds, then the ratios of requests. */
export function tableOf(results: readonly Result[]): string {
  const head: Row = [
    'source',
    'workload',
    ...contestantNames.flatMap((name) => [`${name} req/s`, 'p99 ms']),
    'tongdao/raw',
    'tongdao/naive',
  ];
  const sources = new Set(results.map(({ source }) => source));
  const rows = [...sources].flatMap((source) =>
    workloadNames.map((workload) => rowOf(source, workload, results)),
  );
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column]?.length ?? 0)));
  return lines
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column < 2 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  '),
    )
    .join('\n');
}
