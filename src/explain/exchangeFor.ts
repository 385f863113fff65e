import type { Catalog } from '../catalog/model/catalog.js';
import { ExchangeError } from '../errors/exchangeError.js';
import { Exchange, type ExchangeParts } from '../exchange/exchange.js';
import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import type { Requester } from '../policy/model/requester.js';

/** The parts of a gateway that decide requests. */
export interface ExplainParts extends Pick<
  ExchangeParts,
  'connectors' | 'limits' | 'cursorKey' | 'hashKeys' | 'draw' | 'requireOccasion'
> {
  readonly catalog: Catalog;
  readonly snapshot: PolicySnapshot;
}

const neverCharged = () => Promise.reject(new ExchangeError('INTERNAL'));

/**
 * Makes the gateway's own exchange, but one that takes the named requester without a credential. It
 * only plans: it charges nobody and answers nothing.
 *
 * @param now milliseconds since the epoch
 */
export function exchangeFor(
  requester: Requester,
  { snapshot, catalog, ...parts }: ExplainParts,
  now: number,
): Exchange {
  return new Exchange({
    ...parts,
    catalog: { current: () => catalog },
    policy: { current: () => snapshot },
    identity: { identify: () => Promise.resolve(requester) },
    subjects: { charge: neverCharged, raised: neverCharged },
    conceal: () => '',
    now: () => now,
  });
}
