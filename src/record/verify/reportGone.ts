import { Hmac } from '../../keys/hmac.js';
import { readHead } from '../chain/head.js';

import type { RecordReport } from './verifyRecord.js';

/**
 * Reports on a record whose file is gone, of which the head still tells that there was one.
 *
 * @param key of this record, as `deriveKey` makes it
 * @returns undefined where nothing tells that there was one
 */
export async function reportGone(file: string, key: Uint8Array): Promise<RecordReport | undefined> {
  const head = await readHead(file, new Hmac(key));
  if (head.kind !== 'proven' || head.seq === 0) return undefined;
  const { seq, hash } = head;
  const damages = [{ kind: 'TRUNCATED', seq: 1, line: 1, count: seq }] as const;
  return { lines: 0, head: hash, bytes: 0, torn: 0, damages };
}
