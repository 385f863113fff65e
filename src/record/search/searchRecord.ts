import { readLine } from '../chain/chain.js';
import { recordLines } from '../chain/recordLines.js';
import type { Entry } from '../entry/entry.js';

import { meets, type Criteria } from './criteria.js';

/** What a search came to. */
export interface Found {
  readonly matched: number;
  readonly of: number;
}

/**
 * Reads a record as a stream, oldest entry first, and hands on those that meet the criteria.
 *
 * @throws {Error} at a line that is none of a record: what is damaged is verified, not searched
 */
export async function searchRecord(
  file: string,
  criteria: Criteria,
  take: (entry: Entry) => void,
): Promise<Found> {
  const texts = recordLines(file);
  let matched = 0;
  let of = 0;
  for (;;) {
    const next = await texts.next();
    if (next.done) return { matched, of };
    of += 1;
    const line = readLine(next.value.toString('utf8'));
    if (!line) {
      await texts.return(0);
      throw new Error(`line ${of} of ${file} is none of a record: see \`tongdao audit verify\``);
    }
    const entry = JSON.parse(line.entry) as Entry;
    if (!meets(entry, criteria)) continue;
    matched += 1;
    take(entry);
  }
}
