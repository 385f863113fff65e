import { readdir } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** The file of a sealed segment: `record-000001.jsonl` beside `record.jsonl`, which is the open one. */
export function segmentFile(record: string, segment: number): string {
  return `${stemOf(record)}-${String(segment).padStart(6, '0')}.jsonl`;
}

/** The file of a record's seals: `record.seals` beside `record.jsonl`. */
export function sealsFile(record: string): string {
  return `${stemOf(record)}.seals`;
}

/** What the names of a record's files begin with. */
export function stemOf(record: string): string {
  return record.replace(/\.jsonl$/, '');
}

/**
 * The first of the sealed segments that lie beside a record up to the last one without a gap; one behind the
 * last where that does not.
 *
 * @param last how many segments were sealed
 */
export async function firstNamed(record: string, last: number): Promise<number> {
  const named = new Set(await namedSegments(record));
  let first = last + 1;
  while (named.has(first - 1)) first -= 1;
  return first;
}

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
