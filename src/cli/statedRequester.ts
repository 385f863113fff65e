import type { Settings } from '../config/settings.js';
import { ExchangeError } from '../errors/exchangeError.js';
import { findGrant } from '../policy/findGrant.js';
import type { Grant } from '../policy/grant.js';
import { thePublic, type Requester } from '../policy/requester.js';
import type { PolicySnapshot } from '../policy/snapshot.js';

import { checkDemoClient } from './demo/demoPolicy.js';
import { requesterOf } from './openPolicy.js';

/** Whom a command is about: a client and its purpose, or the public, which has neither. */
export interface Stated {
  readonly as?: string | undefined;
  readonly purpose?: string | undefined;
}

/** Who asks and by which grant, as a request would be let in by them. */
export interface Permitted {
  readonly requester: Requester;
  /** Null for the public. */
  readonly grant: Grant | null;
}

/**
 * One sentence for a client that is none and for a purpose that is not its own: production's
 * clients are told to no one who does not know them.
 */
const notGranted =
  'No grant in force is of that client for that purpose: --as names a registered client, --purpose the code of an application that was approved for it and has not ended.';

/**
 * Finds the requester and the grant that `--as` and `--purpose` state, by the rules of a request.
 *
 * @throws {Error} with a sentence that says what would be right
 */
export function statedRequester(
  { as, purpose }: Stated,
  snapshot: PolicySnapshot,
  mode: Settings['TONGDAO_MODE'],
): Permitted {
  if (as === undefined) {
    if (purpose !== undefined) throw new Error('--purpose goes with --as: the public has none.');
    return { requester: thePublic, grant: null };
  }
  if (purpose === undefined) {
    throw new Error('--as goes with --purpose: the code of the application that was approved.');
  }
  if (mode === 'demo') checkDemoClient(as, purpose);
  const requester = requesterOf(snapshot, as);
  if (!requester) throw new Error(notGranted);
  try {
    return { requester, grant: findGrant(snapshot, requester, purpose, Date.now()) };
  } catch (cause) {
    if (cause instanceof ExchangeError) throw new Error(notGranted, { cause });
    throw cause;
  }
}
