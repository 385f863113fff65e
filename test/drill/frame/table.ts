import type { Felt } from './bystander.js';
import type { Verdict } from './runAttack.js';

function felt(of: Felt | undefined): string {
  if (!of) return '–';
  const [p50, p95, p99] = [50, 95, 99].map((part) => of.latencies.percentile(part).toFixed(1));
  return `${p50} / ${p95} / ${p99}`;
}

/** One row for each attack: what others felt without it and during it, and whether it was held. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = [
    ['attack', 'others, quiet', 'under attack', 'verdict', 'on record', 'seen'],
    ...verdicts.map(({ name, quiet, under, faults, compared, seen }) => [
      name,
      felt(quiet),
      felt(under),
      faults.length === 0 ? 'held' : 'NOT HELD',
      compared === 0 ? '–' : String(compared),
      [seen, ...faults].filter((part) => part !== '').join('; '),
    ]),
  ];
  const widths = rows.reduce<readonly number[]>(
    (most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)),
    [],
  );
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | '));
  const [head = '', ...rest] = lines.map((line) => line.trimEnd());
  return [head, widths.map((width) => '-'.repeat(width)).join('-|-'), ...rest].join('\n');
}
