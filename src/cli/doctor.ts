import type { Demo } from '../start/demo.js';
import { diagnose } from '../start/doctor/diagnose.js';
import type { Finding } from '../start/doctor/finding.js';

function inWords({ of, verdict, says, advice }: Finding): string {
  const line = `${verdict.padEnd(8)} ${of}: ${says}`;
  return advice === null ? line : `${line}\n${' '.repeat(9)}${advice}`;
}

const counted = (count: number, what: string) =>
  `${count || 'no'} ${what}${count === 1 ? '' : 's'}`;

/**
 * Checks this installation, and prints what is right, what is not and what to do.
 *
 * @returns the exit code: 0 where nothing is wrong, whatever is warned of, 1 where something is
 */
export async function doctor(isJson: boolean, demo: Demo | null): Promise<0 | 1> {
  const findings = await diagnose(process.env, demo);
  const count = (verdict: Finding['verdict']) =>
    findings.filter((finding) => finding.verdict === verdict).length;
  const sound = count('wrong') === 0;
  const verdict = `${counted(count('wrong'), 'fault')}, ${counted(count('warning'), 'warning')}`;
  const told = isJson
    ? JSON.stringify({ sound, findings })
    : [...findings.map(inWords), verdict].join('\n');
  process.stdout.write(`${told}\n`);
  return sound ? 0 : 1;
}
