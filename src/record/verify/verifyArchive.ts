import { Hmac } from '../../keys/hmac.js';
import { markFile } from '../chain/mark.js';
import { readArchive } from '../chain/readArchive.js';
import { noSeal, type Seal } from '../chain/seal.js';

import { maxDamages, type Damage } from './damage.js';
import { damageOfMark } from './damageOfMark.js';
import type { Pace } from './lineWalk.js';
import { PlaceFinder } from './placeFinder.js';
import { together, type RecordReport } from './verifyRecord.js';
import { verifySegment, type SegmentReport } from './verifySegment.js';

/**
 * Verifies an archive: each segment from the first to the last that its mark names against its seal. It has no
 * open segment and no head. Nothing but its mark tells its end: one that was put back, with what it names, is
 * sound, so compare what the report says it holds.
 *
 * @param record the file that its open segment would be, had it one
 * @throws {Error} where there is no archive
 */
export async function verifyArchive(
  record: string,
  key: Uint8Array,
  pace?: Pace,
): Promise<RecordReport> {
  const hmac = new Hmac(key);
  const archive = await readArchive(record, hmac);
  if (!archive) throw new Error(`there is no archive: ${markFile(record)} is missing`);
  const { seals, before: first, last, fault } = archive;
  const kept = async () => (await readArchive(record, hmac)) ?? archive;
  const context = { record, hmac, places: new PlaceFinder(hmac), kept };
  let start: Seal = first;
  const parts: SegmentReport[] = [];
  const damages: Damage[] = [];
  for (const seal of seals.seals.slice(first.segment, last.segment)) {
    const before = seals.seals[seal.segment - 2] ?? noSeal;
    const part = await verifySegment(context, before, seal, pace);
    if (part) {
      parts.push(part);
      damages.push(...part.damages);
    } else {
      // It was discarded meanwhile, and those before it with it.
      start = seal;
      parts.length = 0;
    }
    if (damages.length >= maxDamages) break;
  }
  if (fault === 'KEPT') damages.push(await damageOfMark(record, seals.seals.length));
  if (fault === 'SEALS') {
    const kind = seals.brokenAt === null ? 'TRUNCATED' : 'ALTERED';
    const line = seals.brokenAt ?? seals.seals.length + 1;
    damages.push({ kind, part: 'SEALS', segment: null, seq: null, line, count: 1 });
  }
  return { ...together(start, parts), head: last.hash, damages };
}
