import { Hmac } from '../../keys/hmac.js';
import { RecordWriter } from '../write/recordWriter.js';

import type { Criteria } from './criteria.js';

/** Who looked into the record, and for what. */
interface Access {
  readonly at: string;
  /** The user of the operating system, as a keyed hash. */
  readonly who: string;
  readonly criteria: Criteria;
}

/**
 * Puts a search on the record of searches, which has the form of the searched record and a key of
 * its own. Call it before anything found is shown.
 *
 * @param file of the record of searches
 * @param key of the record of searches
 * @param user of the operating system
 */
export async function recordAccess(
  file: string,
  key: Uint8Array,
  user: string,
  criteria: Criteria,
): Promise<void> {
  const writer = await RecordWriter.open<Access>(file, key);
  try {
    const who = new Hmac(key).of('os-user', user);
    await writer.append({ at: new Date().toISOString(), who, criteria });
  } finally {
    await writer.close();
  }
}
