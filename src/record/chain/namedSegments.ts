import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import { stemOf } from './segmentFiles.js';

/**
 * The numbers of the segments that lie beside a record under names of their own, in order.
 *
 * @param ending of the names; `index` for those that an index lies there of
 */
export async function namedSegments(
  record: string,
  ending: 'jsonl' | 'index' = 'jsonl',
): Promise<readonly number[]> {
  const stem = `${basename(stemOf(record))}-`;
  const names = await readdir(dirname(record));
  return names
    .filter((name) => name.startsWith(stem))
    .map((name) => /^([0-9]{6,15})\.(\w+)$/.exec(name.slice(stem.length)))
    .flatMap((found) => (found?.[2] === ending ? [Number(found[1])] : []))
    .sort((a, b) => a - b);
}
