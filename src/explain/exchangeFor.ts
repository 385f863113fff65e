import type { Catalog } from '../catalog/model/catalog.js';
import { ExchangeError } from '../errors/exchangeError.js';
import { Exchange, type ExchangeParts } from '../exchange/exchange.js';
import type { PolicySnapshot } from '../policy/model/policySnapshot.js';
import type { Requester } from '../policy/model/requester.js';

/** What decides of requests: all that a gateway has, but for those who ask. */
export interface ExplainParts extends Pick<
  ExchangeParts,
  'connectors' | 'limits' | 'cursorKey' | 'hashKeys' | 'requireOccasion'
> {
  readonly catalog: Catalog;
  readonly snapshot: PolicySnapshot;
}

const neverCharged = () => Promise.reject(new ExchangeError('INTERNAL'));

/**
 * The gateway's own exchange, which takes a requester for who it is named to be. It tells what would
 * be decided and asked; nobody is charged by it and nothing is answered.
 *
 * @param now milliseconds since the epoch
 */
export function exchangeFor(
  requester: Requester,
  { snapshot, ...parts }: ExplainParts,
  now: number,
): Exchange {
  return new Exchange({
    ...parts,
    policy: { current: () => snapshot },
    identity: { identify: () => Promise.resolve(requester) },
    subjects: { charge: neverCharged, raised: neverCharged },
    conceal: () => '',
    now: () => now,
  });
}
