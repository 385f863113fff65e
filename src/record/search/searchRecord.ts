import { parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';
import type { Entry } from '../entry/entry.js';

import { meets, type Criteria } from './criteria.js';

/** How many entries a search has found, of how many. */
export interface Found {
  readonly matched: number;
  readonly of: number;
}

/**
 * Reads a record as a stream, oldest entry first, and hands on the entries that meet the criteria.
 *
 * @throws {Error} at a line that is none of a record: a damaged record is verified, not searched
 */
export async function searchRecord(
  file: string,
  criteria: Criteria,
  take: (entry: Entry) => void,
): Promise<Found> {
  const texts = readLines(file);
  let matched = 0;
  let of = 0;
  for (;;) {
    const next = await texts.next();
    if (next.done) return { matched, of };
    of += 1;
    const line = parseLine(next.value.toString('utf8'));
    if (!line) {
      await texts.return(0);
      throw new Error(`line ${of} of ${file} is none of a record: see \`tongdao record verify\``);
    }
    const entry = JSON.parse(line.entry) as Entry;
    if (!meets(entry, criteria)) continue;
    matched += 1;
    take(entry);
  }
}
