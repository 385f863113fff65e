import type { Contract } from '../contract/contract.js';
import type { Grant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import type { GrantId, PurposeCode } from '../shared/brand.js';

import type { Limits } from './limits.js';

/** Where the keys of hashes come from: one for each grant and field, so that no two can be linked. */
export interface HashKeySource {
  /**
   * @param grant null for the public, whose keys are those of no grant
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array;
}

/** What an execution brings along that no contract or plan may hold. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes; never the same for cursors and anything else. */
  readonly cursorKey: Uint8Array;
  /** The day, as YYYY-MM-DD, where the channel is. */
  readonly today: string;
  readonly hashKeys: HashKeySource;
  /** Null for the public, which has none. */
  readonly grant: Pick<Grant, 'id'> | null;
}
