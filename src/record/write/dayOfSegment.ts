import type { FileHandle } from 'node:fs/promises';

import { ChinaCalendar } from '../../shared/chinaCalendar.js';
import { parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';

/** The day in China of a segment's first entry, for one that has no header; null where it has none. */
export async function dayOfSegment(file: FileHandle): Promise<string | null> {
  const lines = readLines(file);
  const next = await lines.next();
  await lines.return(0);
  const [first] = next.done ? [] : next.value;
  const line = first && parseLine(first.toString('utf8'));
  if (!line) return null;
  const { at } = JSON.parse(line.entry) as { readonly at?: unknown };
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return Number.isNaN(time) ? null : new ChinaCalendar().dayAt(time);
}
