import { access } from 'node:fs/promises';

import { headFile } from '../../record/chain/head.js';
import type { Damage } from '../../record/verify/damage.js';
import { reportGone } from '../../record/verify/reportGone.js';
import { verifyRecord, type RecordReport } from '../../record/verify/verifyRecord.js';
import type { Demo } from '../../start/demo.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import { readAuditSettings } from '../../start/settings.js';

export interface VerifyOptions {
  /** Whether the record of searches is verified, not that of requests. */
  readonly access: boolean;
  readonly json: boolean;
}

async function reportOn(file: string, key: Uint8Array): Promise<RecordReport> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  const report = await (exists ? verifyRecord(file, key) : reportGone(file, key));
  if (report) return report;
  throw new Error(`there is no record ${file}: name one, or set TONGDAO_DATA_DIR`);
}

const counted = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`;

function inWords({ kind, seq, line, count }: Damage): string {
  if (line === null) {
    const why = kind === 'TRUNCATED' ? 'it is missing' : 'it does not go with the record';
    return `the head: ${kind}, ${why}`;
  }
  const more = count === 1 ? '' : `, ${counted(count)} of the record`;
  return `line ${line}, seq ${String(seq)}: ${kind}${more}`;
}

function told(file: string, { lines, torn, damages }: RecordReport): string {
  const tail =
    torn === 0 ? '' : '\nthe last line is torn, as by a crash; the next start cuts it off';
  const verdict = damages.length === 0 ? 'is sound' : 'is not sound';
  return [...damages.map(inWords), `${file} ${verdict}: ${counted(lines)}${tail}`].join('\n');
}

/**
 * Verifies a record against its head and the master key, and prints what is wrong and where; never
 * anything of an entry.
 *
 * @returns the exit code: 0 for a sound record, 1 for one that is not
 */
export async function verify(
  given: string | undefined,
  options: VerifyOptions,
  demo: Demo | null,
): Promise<0 | 1> {
  const settings = readAuditSettings(process.env, demo);
  const name = options.access ? 'record-access' : 'record';
  const file = given ?? recordFile(name, settings);
  const report = await reportOn(file, await recordKey(name, settings));
  const { lines, head, torn, damages } = report;
  const sound = damages.length === 0;
  const machine = { file, headFile: headFile(file), sound, lines, head, torn, damages };
  process.stdout.write(`${options.json ? JSON.stringify(machine) : told(file, report)}\n`);
  return sound ? 0 : 1;
}
