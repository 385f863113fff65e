import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { macOf, parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';

/**
 * Whether all entries of a segment that prove their places are from before a time. A line that proves none
 * says nothing: it is a damage, which is for the verification to find, and must not hide the segment from it.
 *
 * @param time milliseconds since the epoch
 */
export async function isAllBefore(file: FileHandle, time: number, hmac: Hmac): Promise<boolean> {
  for await (const lines of readLines(file)) {
    for (const text of lines) {
      const line = parseLine(text.toString('utf8'));
      if (!line || macOf(hmac, line.seq, line.entry) !== line.mac) continue;
      const { at } = JSON.parse(line.entry) as { readonly at?: unknown };
      // A time that is none is from before nothing.
      if (!(typeof at === 'string' && Date.parse(at) < time)) return false;
    }
  }
  return true;
}
