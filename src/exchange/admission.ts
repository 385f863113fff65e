import type { Contract } from '../contract/contract.js';
import type { Grant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import type { PurposeCode } from '../shared/brand.js';

/** Who was let in, for what, under which contract; pinned for the whole of one request. */
export interface Admission {
  readonly requester: Requester;
  /** Null for the public, which states none. */
  readonly purpose: PurposeCode | null;
  readonly grant: Grant | null;
  /** The revision of the policy that decided. */
  readonly revision: string;
  readonly contract: Contract;
}
