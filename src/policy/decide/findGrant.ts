import { ExchangeError } from '../../errors/exchangeError.js';
import type { PurposeCode } from '../../shared/brand.js';
import type { Grant } from '../model/grant.js';
import type { PolicySnapshot } from '../model/policySnapshot.js';
import type { Requester } from '../model/requester.js';

/**
 * Finds the grant for the purpose that a request states; null for the public, which has none.
 *
 * @param stated the header `purpose`; undefined if it is absent
 * @param now milliseconds since the epoch
 * @throws {ExchangeError} PURPOSE_REQUIRED; PURPOSE_NOT_VALID, which is the same for a foreign, unknown
 *   or expired purpose; UNAUTHENTICATED for a purpose without a credential, since its sender did not
 *   mean to ask as the public
 */
export function findGrant(
  snapshot: PolicySnapshot,
  requester: Requester,
  stated: string | undefined,
  now: number,
): Grant | null {
  if (requester.kind === 'public') {
    if (stated === undefined) return null;
    throw new ExchangeError(
      'UNAUTHENTICATED',
      'A request that states a purpose carries a credential; this one carries none.',
    );
  }
  if (!stated) throw new ExchangeError('PURPOSE_REQUIRED');
  const grant = snapshot.grants.get(requester.client)?.get(stated as PurposeCode);
  if (!grant || now >= grant.validUntil) throw new ExchangeError('PURPOSE_NOT_VALID');
  return grant;
}
