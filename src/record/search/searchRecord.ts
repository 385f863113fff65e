import type { FileHandle } from 'node:fs/promises';

import { Hmac } from '../../keys/hmac.js';
import { parseHeader } from '../chain/header.js';
import { parseLine } from '../chain/line.js';
import { openRecord } from '../chain/openRecord.js';
import { openSegmentFile } from '../chain/openSegmentFile.js';
import { readLines } from '../chain/readLines.js';
import { segmentFile } from '../chain/segmentFiles.js';
import type { Entry } from '../entry/entry.js';

import { meets, type Criteria } from './criteria.js';

/** How many entries a search has found, of how many. */
export interface Found {
  readonly matched: number;
  readonly of: number;
}

/**
 * Reads a record as a stream, oldest entry first, and hands on the entries that meet the criteria.
 *
 * @throws {Error} at a line that is none of a record: a damaged record is verified, not searched
 */
export async function searchRecord(
  record: string,
  key: Uint8Array,
  criteria: Criteria,
  take: (entry: Entry) => void,
): Promise<Found> {
  const hmac = new Hmac(key);
  let matched = 0;
  let of = 0;
  const search = async (path: string, file: FileHandle) => {
    let at = 0;
    for await (const lines of readLines(file)) {
      for (const text of lines.map((line) => line.toString('utf8'))) {
        at += 1;
        if (at === 1 && parseHeader(text, hmac)) continue;
        const line = parseLine(text);
        if (!line) {
          throw new Error(
            `line ${at} of ${path} is none of a record: see \`tongdao record verify\``,
          );
        }
        of += 1;
        const entry = JSON.parse(line.entry) as Entry;
        if (!meets(entry, criteria)) continue;
        matched += 1;
        take(entry);
      }
    }
  };
  const { seals, open } = await openRecord(record, hmac);
  try {
    for (const { segment } of seals.seals) {
      const path = segmentFile(record, segment);
      const file = await openSegmentFile(record, segment, hmac);
      if (!file) throw new Error(`${path} is missing: see \`tongdao record verify\``);
      await search(path, file).finally(() => file.close());
    }
    if (open) await search(record, open);
    return { matched, of };
  } finally {
    await open?.close();
  }
}
