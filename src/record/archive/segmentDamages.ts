import type { Hmac } from '../../keys/hmac.js';
import { noSeal, type Seal } from '../chain/seal.js';
import type { Damage } from '../verify/damage.js';
import { PlaceFinder } from '../verify/placeFinder.js';
import { verifySegment } from '../verify/verifySegment.js';

/** The damages of a sealed segment; one that is not there is DROPPED, whatever a mark says. */
export async function segmentDamages(
  record: string,
  before: Seal,
  seal: Seal,
  hmac: Hmac,
): Promise<readonly Damage[]> {
  const kept = () => Promise.resolve({ before: noSeal });
  const report = await verifySegment(
    { record, hmac, places: new PlaceFinder(hmac), kept },
    before,
    seal,
  );
  return report?.damages ?? [];
}
