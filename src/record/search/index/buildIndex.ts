import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';

import type { Hmac } from '../../../keys/hmac.js';
import { parseHeader } from '../../chain/header.js';
import { follows, parseLine } from '../../chain/line.js';
import { openSegmentFile } from '../../chain/openSegmentFile.js';
import { readLines } from '../../chain/readLines.js';
import type { Seal } from '../../chain/seal.js';
import { segmentFile } from '../../chain/segmentFiles.js';
import type { Entry } from '../../entry/entry.js';
import type { Pace } from '../../verify/lineWalk.js';
import { noneOfRecord } from '../noneOfRecord.js';

import { IndexBuilder } from './indexBuilder.js';
import { indexFile, writeIndex } from './indexForm.js';

/**
 * Makes the index of a sealed segment, and puts it beside its file. Its lines are verified meanwhile against
 * the seal: an index proves what it says, so it must not be of entries that were altered.
 *
 * @throws {Error} where the segment is damaged
 */
export async function buildIndex(
  record: string,
  before: Seal,
  seal: Seal,
  hmac: Hmac,
  pace: Pace,
): Promise<void> {
  const path = segmentFile(record, seal.segment);
  const file = await openSegmentFile(record, seal.segment, hmac);
  if (!file) throw noneOfRecord(path);
  try {
    const builder = new IndexBuilder();
    let last = { seq: before.last, hash: before.hash };
    let offset = 0;
    for await (const lines of readLines(file)) {
      for (const bytes of lines) {
        const text = bytes.toString('utf8');
        const isHeader = offset === 0 && parseHeader(text, hmac) !== undefined;
        if (!isHeader) {
          const line = parseLine(text);
          if (!line || !follows(line, last)) throw noneOfRecord(path, last.seq + 1);
          builder.add(JSON.parse(line.entry) as Entry, offset);
          last = line;
        }
        offset += bytes.length + 1;
      }
      await pace();
    }
    if (last.seq !== seal.last || last.hash !== seal.hash) throw noneOfRecord(path, seal.last);
    const bytes = writeIndex(seal, builder.about(), builder.parts(), hmac);
    await putInPlace(indexFile(path), bytes);
  } finally {
    await file.close();
  }
}

/** A file that is cut off by a crash proves nothing, and is made anew: so nothing waits for the disk. */
async function putInPlace(path: string, bytes: Uint8Array): Promise<void> {
  const made = `${path}.${randomUUID()}`;
  try {
    await writeFile(made, bytes, { mode: 0o600, flag: 'wx' });
    await rename(made, path);
  } catch (error) {
    await rm(made, { force: true });
    throw error;
  }
}
