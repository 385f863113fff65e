import { Hmac } from '../../keys/hmac.js';
import { readHead } from '../chain/head.js';
import { genesis, parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';

import type { Damage } from './damage.js';
import { DamageFinder } from './damageFinder.js';

/** What a walk over the whole record found. */
export interface RecordReport {
  /** Lines that end in a line feed. */
  readonly lines: number;
  /** The hash of the last of them. */
  readonly head: string;
  /** Bytes of these lines, line feeds included. */
  readonly bytes: number;
  /** Bytes at the end without a line feed: a write that was cut off, of an answer that never left. */
  readonly torn: number;
  /** Empty for a sound record. */
  readonly damages: readonly Damage[];
}

/**
 * Walks a record from its first line. The head is read first: a gateway may go on writing meanwhile, and
 * the record may end behind the head, but not before it.
 *
 * @param key of this record, as `deriveKey` makes it
 */
export async function verifyRecord(file: string, key: Uint8Array): Promise<RecordReport> {
  const hmac = new Hmac(key);
  const finder = new DamageFinder(await readHead(file, hmac), hmac);
  const texts = readLines(file);
  let lines = 0;
  let head = genesis;
  let bytes = 0;
  for (;;) {
    const next = await texts.next();
    if (next.done) return { lines, head, bytes, torn: next.value, damages: finder.end() };
    const line = parseLine(next.value.toString('utf8'));
    finder.add(line);
    lines += 1;
    head = line?.hash ?? head;
    bytes += next.value.length + 1;
    if (finder.isFull) {
      await texts.return(0);
      return { lines, head, bytes, torn: 0, damages: finder.end() };
    }
  }
}
