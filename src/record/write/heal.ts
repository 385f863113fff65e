import { lstatSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { firstNamed } from '../chain/firstNamed.js';
import { readHead } from '../chain/head.js';
import { isAfter } from '../chain/header.js';
import { readKept } from '../chain/keptSegments.js';
import { markFile } from '../chain/mark.js';
import { numberOf, readBeginning } from '../chain/openSegmentFile.js';
import { readSeals, type FoundSeals } from '../chain/readSeals.js';
import { noSeal, type Seal } from '../chain/seal.js';
import { sealsFile, segmentFile } from '../chain/segmentFiles.js';
import { LineWalk } from '../verify/lineWalk.js';
import { PlaceFinder } from '../verify/placeFinder.js';

import { beginSegment } from './beginSegment.js';
import { dayOfSegment } from './dayOfSegment.js';
import { nameSegment } from './nameSegment.js';
import { openFile } from './openFile.js';
import type { Durable } from './recordFiles.js';

/** A record that can be gone on with. */
export interface Healed {
  /** Its open segment. */
  readonly file: FileHandle;
  readonly durable: Durable;
  readonly seals: FoundSeals;
  /** The day on which its open segment was begun; null where none is told. */
  readonly day: string | null;
}

const advice = 'restore it, or set it aside with its head; or the master key is another';

const lacks = (path: string) =>
  new Error(`the record lacks its segment ${path} (DROPPED): ${advice}`);

/** Whether a sealed segment lies under its name, as long as its seal says; false where nothing does. */
function isThere(record: string, { segment, bytes }: Seal): boolean {
  const path = segmentFile(record, segment);
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return false;
  if (!there.isFile()) throw new Error(`${path} is no plain file, as a segment is: ${advice}`);
  if (there.size === bytes) return true;
  const kind = there.size < bytes ? 'TRUNCATED' : 'ALTERED';
  throw new Error(`the segment ${path} is not as long as its seal says (${kind}): ${advice}`);
}

/** The seal before the first segment that must be here. */
async function firstKept(record: string, seals: readonly Seal[], hmac: Hmac): Promise<Seal> {
  const { before, isForged } = await readKept(record, seals, hmac);
  if (isForged) {
    const first = await firstNamed(record, seals.length);
    const at = `${markFile(record)} is none of this record (ALTERED); what lies here begins with segment ${first}`;
    throw new Error(`${at}: ${advice}`);
  }
  if (before.segment <= seals.length) return before;
  throw new Error(`the record lacks seals, ${sealsFile(record)} (TRUNCATED): ${advice}`);
}

/** The seals, whose files are all there; and whether the last sealed segment still lacks its name. */
async function healSeals(record: string, hmac: Hmac) {
  const seals = await readSeals(record, hmac);
  if (seals.brokenAt !== null) {
    const at = `${sealsFile(record)} is broken at line ${seals.brokenAt} (ALTERED)`;
    throw new Error(`the record ${at}: ${advice}`);
  }
  const { segment } = await firstKept(record, seals.seals, hmac);
  const missing = seals.seals.slice(segment).filter((seal) => !isThere(record, seal));
  // They may have been archived since.
  const now = missing.length === 0 ? segment : (await firstKept(record, seals.seals, hmac)).segment;
  const last = seals.seals.at(-1);
  const dropped = missing.filter((seal) => seal.segment > now);
  for (const seal of dropped) if (seal !== last) throw lacks(segmentFile(record, seal.segment));
  return { seals, last, isNamed: dropped.length === 0 };
}

/** Verifies the open segment, and cuts off a last line that was torn. */
async function healOpen(record: string, file: FileHandle, before: Seal, hmac: Hmac) {
  const head = await readHead(record, hmac);
  const start = { seq: before.last, hash: before.hash };
  const walk = new LineWalk({ start, end: head, isSealed: false }, hmac, new PlaceFinder(hmac));
  const { header, lines, bytes, torn, hash } = await walk.add(before.segment + 1, file);
  const [first] = walk.end();
  if (first) {
    const { line, kind } = first;
    const what =
      line === null ? `is not what its head says (${kind})` : `is broken at line ${line} (${kind})`;
    throw new Error(`the record ${record} ${what}: ${advice}`);
  }
  if (before.segment > 0 ? lines > 0 && !(header && isAfter(header, before)) : header) {
    throw new Error(`the record ${record} is not the segment after its last seal: ${advice}`);
  }
  return { durable: { seq: before.last + lines, hash: hash ?? before.hash, bytes }, header, torn };
}

/**
 * Makes a record that an earlier process left such that it can be gone on with. It verifies the open
 * segment and the chain of seals; of the sealed segments that are kept here, that they are there and how long
 * they are. It
 * ends a sealing that was cut off, and cuts off a last line that was torn.
 *
 * @param day on which a segment is begun, should one be
 * @throws {Error} where the record is broken otherwise
 */
export async function heal(record: string, day: string, hmac: Hmac): Promise<Healed> {
  const { seals, last = noSeal, isNamed } = await healSeals(record, hmac);
  let file = await openFile(record, true);
  try {
    if (!isNamed) {
      if (numberOf(await readBeginning(file, hmac)) !== last.segment) {
        throw lacks(segmentFile(record, last.segment));
      }
      await nameSegment(record, file, last);
      await file.close();
      file = await openFile(record, true);
    }
    const { durable, header, torn } = await healOpen(record, file, last, hmac);
    if (last.segment > 0 && !header) {
      await file.close();
      const begun = await beginSegment(record, last, day, hmac);
      file = begun.file;
      return { file, durable: { ...durable, bytes: begun.bytes }, seals, day };
    }
    if (torn > 0) await file.truncate(durable.bytes);
    // What a killed process wrote may be in the page cache only. The head must not be ahead of the disk.
    await file.datasync();
    return { file, durable, seals, day: header?.day ?? (await dayOfSegment(file)) };
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}
