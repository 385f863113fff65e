import type { Contract } from '../contract/contract.js';
import type { Grant } from '../policy/model/grant.js';
import type { Requester } from '../policy/model/requester.js';
import type { PurposeCode } from '../shared/brand.js';

/** Who was admitted, for which purpose, under which contract. It is fixed for the whole request. */
export interface Admission {
  readonly requester: Requester;
  /** Null for the public, which states no purpose. */
  readonly purpose: PurposeCode | null;
  readonly grant: Grant | null;
  /** The revision of the policy that admitted the request. */
  readonly revision: string;
  readonly contract: Contract;
}
