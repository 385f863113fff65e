import { Hmac } from '../../keys/hmac.js';
import type { Stretch } from '../archive/stretchOf.js';
import type { Criteria } from '../search/criteria.js';
import type { UseKind } from '../search/useCounter.js';
import { RecordWriter } from '../write/recordWriter.js';

/** What somebody did with the record: looked into it, or counted what was used by it, or archived or discarded a part of it. */
export type Act =
  | { readonly criteria: Criteria; readonly counted?: UseKind }
  | { readonly archived: Stretch }
  | { readonly discarded: Stretch };

/** Who did what with the record. */
type Access = Act & {
  readonly at: string;
  /** The user of the operating system, as a keyed hash. */
  readonly who: string;
};

/**
 * Puts what somebody does with the record on the record of searches, which has the form of the searched record
 * and a key of its own. Call it before anything found is shown, moved or removed.
 *
 * @param file of the record of searches
 * @param key of the record of searches
 * @param user of the operating system
 */
export async function recordAccess(
  file: string,
  key: Uint8Array,
  user: string,
  act: Act,
): Promise<void> {
  const writer = await RecordWriter.open<Access>(file, key);
  try {
    const who = new Hmac(key).of('os-user', user);
    await writer.append({ at: new Date().toISOString(), who, ...act });
  } finally {
    await writer.close();
  }
}
