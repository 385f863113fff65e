import { Hmac } from '../../keys/hmac.js';
import { readKept } from '../chain/keptSegments.js';
import { readSeals } from '../chain/readSeals.js';
import { noSeal } from '../chain/seal.js';

import { maxDamages, type Damage } from './damage.js';
import { damageOfMark } from './damageOfMark.js';
import type { Pace } from './lineWalk.js';
import { PlaceFinder } from './placeFinder.js';
import { verifySegment } from './verifySegment.js';

/**
 * Verifies the sealed segments of a record, the newest first: what a start leaves out.
 *
 * @returns all damages, in the order of the record
 */
export async function verifySealed(
  record: string,
  key: Uint8Array,
  pace: Pace,
): Promise<readonly Damage[]> {
  const hmac = new Hmac(key);
  const { seals } = await readSeals(record, hmac);
  const kept = () => readKept(record, seals, hmac);
  const context = { record, hmac, places: new PlaceFinder(hmac), kept };
  const known = await kept();
  const found: Damage[] = [];
  for (const seal of seals.slice(known.before.segment).toReversed()) {
    const before = seals[seal.segment - 2] ?? noSeal;
    const report = await verifySegment(context, before, seal, pace);
    found.unshift(...(report?.damages ?? []));
    if (found.length >= maxDamages) break;
  }
  return known.isForged ? [...found, await damageOfMark(record, seals.length)] : found;
}
