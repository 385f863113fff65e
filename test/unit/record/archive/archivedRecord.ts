import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { Archiving } from '../../../../src/record/archive/archiving.js';
import { Discarding } from '../../../../src/record/archive/discarding.js';
import { RecordWriter } from '../../../../src/record/write/recordWriter.js';
import { beginningOf } from '../../../../src/shared/chinaCalendar.js';
import { createRecordDir, entryOf, key } from '../recording.js';

/** Milliseconds since the epoch at which a day in China begins. */
export const dayAt = (day: string) => Date.parse(beginningOf(day));

/** Ids of the entries that files hold, in order. */
function idsIn(dir: string, isMeant: (name: string) => boolean): string {
  const names = existsSync(dir) ? readdirSync(dir).filter(isMeant).sort() : [];
  const text = names.map((name) => readFileSync(join(dir, name), 'utf8')).join('');
  return Array.from(text.matchAll(/"requestId":"(\w+)"/g), ([, id]) => id).join(' ');
}

/**
 * A record of nine entries: three on each of the first days of January 2026, of which the first two are sealed
 * segments; and an empty folder for its archive.
 *
 * @param letter what the ids of its entries begin with
 */
export async function createArchivedRecord(letter = 'r') {
  const record = createRecordDir();
  const dir = join(record.dir, 'live');
  mkdirSync(dir);
  const file = join(dir, basename(record.file));
  const folder = join(record.dir, 'archive');
  let now = dayAt('2026-01-01') + 12 * 3_600_000;
  const writer = await RecordWriter.open(file, key, { now: () => now });
  for (let at = 1; at <= 9; at += 1) {
    await writer.append(entryOf(`${letter}${at}`, { at: new Date(now).toISOString() }));
    if (at % 3 === 0) now += 86_400_000;
  }
  await writer.close();
  return {
    /** Of both folders. */
    dir: record.dir,
    live: dir,
    file,
    folder,
    archived: join(folder, basename(record.file)),
    remove: record.remove,
    ids: () => idsIn(dir, (name) => /^record(-\d+)?\.jsonl$/.test(name)),
    archivedIds: () => idsIn(folder, (name) => /^record-\d+\.jsonl$/.test(name)),
    /** Archives what is from before a day; gives the numbers of the segments. */
    archive: async (before: string, to = folder, beginsAnew = false) => {
      const archiving = await Archiving.open(file, to, key, beginsAnew);
      try {
        const planned = await archiving.plan(dayAt(before));
        await archiving.perform(planned);
        return planned.map(({ segment }) => segment);
      } finally {
        archiving.close();
      }
    },
    /** Discards what is from before a day from the archive; gives the numbers of the segments. */
    discard: async (before: string) => {
      const discarding = await Discarding.open(folder, file, key);
      try {
        const planned = await discarding.plan(dayAt(before));
        await discarding.perform(planned);
        return planned.map(({ segment }) => segment);
      } finally {
        discarding.close();
      }
    },
  };
}

export type ArchivedRecord = Awaited<ReturnType<typeof createArchivedRecord>>;
