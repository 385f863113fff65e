import { Archiving } from '../../record/archive/archiving.js';
import { stretchOf } from '../../record/archive/stretchOf.js';
import { isRecordThere } from '../../record/verify/verifyRecord.js';
import { beginningOf } from '../../shared/chinaCalendar.js';
import type { Demo } from '../../start/demo.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import { readAuditSettings } from '../../start/settings.js';

import { putOnRecord } from './putOnRecord.js';
import { stretchInWords } from './stretchInWords.js';

export interface ArchiveOptions {
  /** A day in China. */
  readonly before: string;
  /** The folder of the archive. */
  readonly to: string;
  /** Whether an archive may be begun though others hold older segments. */
  readonly new: boolean;
}

/**
 * Moves sealed segments of which all entries are from before a day to an archive, and prints which. It is put
 * on the record of searches first.
 *
 * @throws {Error} where one is damaged, or record and archive do not go together
 */
export async function archive(options: ArchiveOptions, demo: Demo | null): Promise<void> {
  const { before, to } = options;
  const settings = readAuditSettings(process.env, demo);
  const file = recordFile('record', settings);
  const key = await recordKey('record', settings);
  if (!(await isRecordThere(file, key))) {
    throw new Error(`there is no record ${file}: set TONGDAO_DATA_DIR`);
  }
  const archiving = await Archiving.open(file, to, key, options.new);
  try {
    const planned = await archiving.plan(Date.parse(beginningOf(before)));
    const archived = stretchOf(planned);
    if (archived) await putOnRecord({ archived }, settings);
    await archiving.perform(planned);
    const told = archived
      ? `archived ${stretchInWords(archived)}, to ${to}`
      : `nothing is archived: the oldest sealed segment has entries from ${before} or later, or there is none`;
    process.stdout.write(`${told}\n`);
  } finally {
    archiving.close();
  }
}
