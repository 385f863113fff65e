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

/** The numbers of the segments that lie beside a record under names of their own, in order. */
export async function namedSegments(record: string): Promise<readonly number[]> {
  const stem = `${basename(stemOf(record))}-`;
  const names = await readdir(dirname(record));
  return names
    .filter((name) => name.startsWith(stem))
    .flatMap((name) => /^([0-9]{6,15})\.jsonl$/.exec(name.slice(stem.length))?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
