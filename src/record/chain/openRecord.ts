import type { FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import type { Hmac } from '../../keys/hmac.js';

import { readHead, type FoundHead } from './head.js';
import { readKept, type KeptSegments } from './keptSegments.js';
import { namedSegments } from './namedSegments.js';
import { numberOf, openPlain, readBeginning, type Beginning } from './openSegmentFile.js';
import { readSeals, type FoundSeals } from './readSeals.js';

/** A record as it stands at one moment, though a gateway goes on writing it. */
export interface OpenedRecord {
  readonly seals: FoundSeals;
  readonly kept: KeptSegments;
  readonly head: FoundHead;
  /** Its open segment; null where none was begun yet, or all that there was is gone. */
  readonly open: FileHandle | null;
  /** Whether files are there of segments that were sealed, and of whose seals nothing is known. */
  readonly lacksSeals: boolean;
}

/** How often a record is opened anew that is just being sealed, and the milliseconds between. */
const [tries, pause] = [20, 5];

const none: Beginning = { header: undefined, hasLine: false };

/**
 * Opens a record for reading. Of what a gateway writes in this order, it reads seals, head and open segment
 * in this order: so the head is not behind the seals, and not ahead of the segment. A segment that is sealed
 * in between shows by its header, and all is read again.
 *
 * The caller closes `open`.
 *
 * @param record the file of its open segment
 */
export async function openRecord(record: string, hmac: Hmac, left = tries): Promise<OpenedRecord> {
  const seals = await readSeals(record, hmac);
  const kept = await readKept(record, seals.seals, hmac);
  const head = await readHead(record, hmac);
  const open = await openPlain(record);
  const known = seals.seals.length;
  const beginning = open ? await readBeginning(open, hmac) : none;
  const named = await namedSegments(record);
  const highest = Math.max(numberOf(beginning) - 1, named.at(-1) ?? 0, kept.before.segment);
  const isSealed = open && beginning.hasLine && numberOf(beginning) === known;
  // It may have been given the name of its own after it was opened.
  const isOutdated = highest > known || (isSealed && named.includes(known));
  if (isOutdated && left > 1) {
    await open?.close();
    await setTimeout(pause);
    return openRecord(record, hmac, left - 1);
  }
  // A gateway was killed before it gave the segment the name of its own.
  if (isSealed && !named.includes(known)) {
    await open.close();
    return { seals, kept, head, open: null, lacksSeals: false };
  }
  return { seals, kept, head, open, lacksSeals: highest > known };
}
