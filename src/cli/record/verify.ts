import { headFile } from '../../record/chain/head.js';
import type { Damage } from '../../record/verify/damage.js';
import { verifyArchive } from '../../record/verify/verifyArchive.js';
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
  /** Whether what lies there is an archive. A record that is written, its end cut off, would look like one. */
  readonly archive: boolean;
  readonly json: boolean;
}

async function reportOn(file: string, key: Uint8Array, isArchive: boolean): Promise<RecordReport> {
  if (isArchive) return verifyArchive(file, key);
  if (await isRecordThere(file, key)) return verifyRecord(file, key);
  throw new Error(`there is no record ${file}: name one, or set TONGDAO_DATA_DIR`);
}

const counted = (count: number, one = 'line') => `${count} ${count === 1 ? one : `${one}s`}`;

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
  if (part === 'KEPT') {
    const first = `what lies here begins with segment ${String(damage.segment)}`;
    return `the mark of what is kept here: ${kind}, it is none of this record; ${first}`;
  }
  const more = count === 1 ? '' : `, ${counted(count)} of the record`;
  return `${placeOf(damage, open)}: ${kind}${more}`;
}

/** What is not there and need not be; nothing where all is there. */
function beforeInWords({ segments, lines }: RecordReport['before'], isArchive: boolean): string {
  if (segments === 0) return '';
  const where = isArchive ? 'not in this archive' : 'archived';
  return `; ${counted(lines)} before, in ${counted(segments, 'segment')}, are ${where}`;
}

function told(
  file: string,
  { before, segments, lines, torn, damages }: RecordReport,
  isArchive: boolean,
): string {
  const tail =
    torn === 0 ? '' : '\nthe last line is torn, as by a crash; the next start cuts it off';
  const verdict = damages.length === 0 ? 'is sound' : 'is not sound';
  const parts = segments === 1 && !isArchive ? '' : ` in ${counted(segments, 'segment')}`;
  const mayBeArchive = !isArchive && damages.some(({ part }) => part === 'KEPT');
  const hint = mayBeArchive ? '\nif this is an archive, `--archive` verifies it' : '';
  const open = isArchive ? Infinity : before.segments + segments;
  return [
    ...damages.map((damage) => inWords(damage, open)),
    `${file} ${verdict}: ${counted(lines)}${parts}${beforeInWords(before, isArchive)}${tail}${hint}`,
  ].join('\n');
}

/**
 * Verifies a record against its head and the master key, or an archive against its mark, and prints what is
 * wrong and where; never anything of an entry.
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
  const isArchive = options.archive;
  const report = await reportOn(file, await recordKey(name, settings), isArchive);
  const { before, segments, lines, head, torn, damages } = report;
  const sound = damages.length === 0;
  const place = { file, headFile: headFile(file) };
  const machine = { ...place, sound, before, segments, lines, head, torn, damages };
  process.stdout.write(
    `${options.json ? JSON.stringify(machine) : told(file, report, isArchive)}\n`,
  );
  return sound ? 0 : 1;
}
