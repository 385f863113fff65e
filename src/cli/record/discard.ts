import { Discarding } from '../../record/archive/discarding.js';
import { latestDiscard } from '../../record/archive/latestDiscard.js';
import { stretchOf } from '../../record/archive/stretchOf.js';
import { beginningOf, ChinaCalendar } from '../../shared/chinaCalendar.js';
import type { Demo } from '../../start/demo.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import { readAuditSettings } from '../../start/settings.js';

import { putOnRecord } from './putOnRecord.js';
import { stretchInWords } from './stretchInWords.js';

export interface DiscardOptions {
  /** The folder of the archive. */
  readonly archive: string;
  /** A day in China. */
  readonly before: string;
}

/**
 * Deletes archived segments of which all entries are from before a day, and prints which. It is put on the
 * record of searches first.
 *
 * @throws {Error} for a day that is less than three years back, or where the archive is damaged
 */
export async function discard(
  { archive, before }: DiscardOptions,
  demo: Demo | null,
): Promise<void> {
  const latest = latestDiscard(new ChinaCalendar().dayAt(Date.now()));
  if (before > latest) {
    throw new Error(
      `records of use are kept for 3 years at least: \`--before\` is ${latest} or a day before it`,
    );
  }
  const settings = readAuditSettings(process.env, demo);
  const file = recordFile('record', settings);
  const discarding = await Discarding.open(archive, file, await recordKey('record', settings));
  try {
    const planned = await discarding.plan(Date.parse(beginningOf(before)));
    const discarded = stretchOf(planned);
    if (discarded) await putOnRecord({ discarded }, settings);
    await discarding.perform(planned);
    const told = discarded
      ? `discarded ${stretchInWords(discarded)}, of ${archive}`
      : `nothing is discarded: the oldest segment of the archive has entries from ${before} or later, or there is none`;
    process.stdout.write(`${told}\n`);
  } finally {
    discarding.close();
  }
}
