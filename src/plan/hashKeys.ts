import type { GrantId } from '../shared/brand.js';

/** Where the keys of hashes come from: one for each grant and field, so that no two can be linked. */
export interface HashKeys {
  /**
   * @param grant null for the public, whose keys are those of no grant
   * @param coordinate the field, as `Type.field`
   */
  keyOf(grant: GrantId | null, coordinate: string): Uint8Array;
}
