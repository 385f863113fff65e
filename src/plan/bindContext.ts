import type { Contract } from '../contract/contract.js';
import type { Draw } from '../disclosure/cellDraws.js';
import type { Grant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import type { GrantId, PurposeCode } from '../shared/brand.js';

import type { Limits } from './limits.js';

/**
 * Where the keys of hashes come from. Each grant and field has its own, so that two hashes cannot
 * be linked.
 */
export interface HashKeySource {
  /**
   * @param grant null for the public, whose keys belong to no grant
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array;
}

/** What an execution brings along. No contract and no plan may hold it. */
export interface BindContext {
  readonly contract: Contract;
  readonly requester: Requester;
  readonly purpose: PurposeCode | null;
  readonly limits: Limits;
  /** 64 bytes, used for cursors and for nothing else. */
  readonly cursorKey: Uint8Array;
  /** Today's date in the channel's time zone, as YYYY-MM-DD. */
  readonly today: string;
  readonly hashKeys: HashKeySource;
  /** Draws what statistics are rounded with. */
  readonly draw: Draw;
  /** Null for the public, which has none. */
  readonly grant: Pick<Grant, 'id'> | null;
}
