import { Hmac } from '../../keys/hmac.js';
import { readSeals } from '../chain/readSeals.js';
import { noSeal } from '../chain/seal.js';

import { maxDamages, type Damage } from './damage.js';
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
  const context = { record, hmac, places: new PlaceFinder(hmac) };
  const found: Damage[] = [];
  for (const seal of seals.toReversed()) {
    const before = seals[seal.segment - 2] ?? noSeal;
    const { damages } = await verifySegment(context, before, seal, pace);
    found.unshift(...damages);
    if (found.length >= maxDamages) break;
  }
  return found;
}
