import { headFile } from '../../record/chain/head.js';
import type { Damage } from '../../record/verify/damage.js';
import {
  isRecordThere,
  verifyRecord,
  type RecordReport,
} from '../../record/verify/verifyRecord.js';
import type { Demo } from '../../start/demo.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import { readAuditSettings } from '../../start/settings.js';

export interface VerifyOptions {
  /** Whether the record of searches is verified, not that of requests. */
  readonly access: boolean;
  readonly json: boolean;
}

async function reportOn(file: string, key: Uint8Array): Promise<RecordReport> {
  if (await isRecordThere(file, key)) return verifyRecord(file, key);
  throw new Error(`there is no record ${file}: name one, or set TONGDAO_DATA_DIR`);
}

const counted = (count: number) => `${count} ${count === 1 ? 'line' : 'lines'}`;

/** Where a damage shows, as `line 3 of segment 2, seq 9001`; the open segment is not named. */
function placeOf({ part, segment, seq, line }: Damage, open: number): string {
  if (part === 'SEALS') return `the seals, line ${String(line)}`;
  if (part === 'SEGMENT') return `segment ${String(segment)}, seq ${String(seq)}`;
  const within = segment === open ? '' : ` of segment ${String(segment)}`;
  return `line ${String(line)}${within}, seq ${String(seq)}`;
}

function inWords(damage: Damage, open: number): string {
  const { kind, part, count } = damage;
  if (part === 'HEAD') {
    const why = kind === 'TRUNCATED' ? 'it is missing' : 'it does not go with the record';
    return `the head: ${kind}, ${why}`;
  }
  const more = count === 1 ? '' : `, ${counted(count)} of the record`;
  return `${placeOf(damage, open)}: ${kind}${more}`;
}

function told(file: string, { segments, lines, torn, damages }: RecordReport): string {
  const tail =
    torn === 0 ? '' : '\nthe last line is torn, as by a crash; the next start cuts it off';
  const verdict = damages.length === 0 ? 'is sound' : 'is not sound';
  const parts = segments === 1 ? '' : ` in ${segments} segments`;
  return [
    ...damages.map((damage) => inWords(damage, segments)),
    `${file} ${verdict}: ${counted(lines)}${parts}${tail}`,
  ].join('\n');
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
  const { segments, lines, head, torn, damages } = report;
  const sound = damages.length === 0;
  const machine = { file, headFile: headFile(file), sound, segments, lines, head, torn, damages };
  process.stdout.write(`${options.json ? JSON.stringify(machine) : told(file, report)}\n`);
  return sound ? 0 : 1;
}
