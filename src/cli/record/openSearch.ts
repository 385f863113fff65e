import { basename, join } from 'node:path';

import { RecordSearch, type Found } from '../../record/search/recordSearch.js';
import { isRecordThere } from '../../record/verify/verifyRecord.js';
import type { Demo } from '../../start/demo.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import { readAuditSettings, type AuditSettings } from '../../start/settings.js';

/**
 * Opens the record of this gateway for a search.
 *
 * @param archive the folder of an archive that is searched in its place
 * @throws {Error} where there is none
 */
export async function openSearch(
  archive: string | undefined,
  demo: Demo | null,
): Promise<{ readonly search: RecordSearch; readonly settings: AuditSettings }> {
  const settings = readAuditSettings(process.env, demo);
  const live = recordFile('record', settings);
  const file = archive === undefined ? live : join(archive, basename(live));
  const key = await recordKey('record', settings);
  if (!(await isRecordThere(file, key))) {
    throw new Error(`there is no record ${file}: set TONGDAO_DATA_DIR`);
  }
  return { search: new RecordSearch(file, key, false, archive !== undefined), settings };
}

/**
 * Prints how many entries were found, of how many.
 *
 * @param isForProgram whether a program reads the output, which then holds nothing else
 */
export function printCount(
  { matched, of, archived }: Found,
  archive: string | undefined,
  isForProgram: boolean,
): void {
  const where = archive === undefined ? 'are archived' : 'are not in this archive';
  const older = archived === 0 ? '' : `; ${archived} more ${where}, and were not looked at`;
  const count = `${matched} of ${of} entries${older}\n`;
  if (isForProgram) process.stderr.write(count);
  else process.stdout.write(count);
}
