import type { FileHandle } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { parseHeader } from '../chain/header.js';
import { macOf, parseLine } from '../chain/line.js';
import { readLines } from '../chain/readLines.js';
import type { Entry } from '../entry/entry.js';

import { meets, type Criteria } from './criteria.js';
import { matchIndex, type Rows } from './index/matchIndex.js';
import type { SegmentIndex } from './index/segmentIndex.js';
import { needlesOf } from './needlesOf.js';
import { noneOfRecord } from './noneOfRecord.js';

/** What a search found in a segment. */
export interface FoundInSegment {
  /** How many entries it has, and how many of them meet the criteria. */
  readonly of: number;
  readonly matched: number;
  /** Those that meet them, in order; of an open segment or by an index, only as many as are asked for. */
  entries(newest: number): Iterable<Entry> | AsyncIterable<Entry>;
}

/** A segment as it is searched: its file, and the place in the record before its first entry. */
export interface SearchedSegment {
  readonly path: string;
  readonly file: FileHandle;
  readonly before: number;
  readonly hmac: Hmac;
}

/** Reads the line of an entry, which proves that the gateway wrote it there. */
function provenEntry(text: string, seq: number, { path, hmac }: SearchedSegment): Entry {
  const line = parseLine(text);
  if (line?.seq !== seq || macOf(hmac, seq, line.entry) !== line.mac) throw noneOfRecord(path, seq);
  return JSON.parse(line.entry) as Entry;
}

/** Searches a segment line by line. */
export async function scanSegment(
  segment: SearchedSegment,
  criteria: Criteria,
): Promise<FoundInSegment> {
  const needles = needlesOf(criteria).map((needle) => Buffer.from(needle, 'utf8'));
  const found: { readonly seq: number; readonly text: Buffer }[] = [];
  let of = 0;
  let isFirst = true;
  for await (const lines of readLines(segment.file)) {
    for (const line of lines) {
      const isHeader = isFirst && parseHeader(line.toString('utf8'), segment.hmac) !== undefined;
      isFirst = false;
      if (isHeader) continue;
      of += 1;
      const beginning = `{"seq":${segment.before + of},"prev":"`;
      if (line.toString('latin1', 0, beginning.length) !== beginning) {
        throw noneOfRecord(segment.path, segment.before + of);
      }
      if (!needles.every((needle) => line.includes(needle))) continue;
      const parsed = parseLine(line.toString('utf8'));
      if (!parsed) throw noneOfRecord(segment.path, segment.before + of);
      if (meets(JSON.parse(parsed.entry) as Entry, criteria)) {
        // A copy: the chunk that it lies in would be kept for it.
        found.push({ seq: segment.before + of, text: Buffer.from(line) });
      }
    }
  }
  return {
    of,
    matched: found.length,
    *entries(newest) {
      for (const { seq, text } of newest === 0 ? [] : found.slice(-newest)) {
        yield provenEntry(text.toString('utf8'), seq, segment);
      }
    },
  };
}

const countOf = (rows: Rows, entries: number) => (rows === 'all' ? entries : rows.length);

/**
 * Searches a sealed segment by its index, and reads the lines of what is handed out alone.
 *
 * @throws {AlteredIndex}
 */
export async function searchIndex(
  segment: SearchedSegment,
  index: SegmentIndex,
  bytes: number,
  criteria: Criteria,
): Promise<FoundInSegment> {
  const rows = await matchIndex(index, criteria);
  const of = index.about.entries;
  const matched = countOf(rows, of);
  const offsets = matched > 0 ? await index.numbers('offsets') : new Uint32Array();
  return {
    of,
    matched,
    async *entries(newest) {
      if (newest === 0) return;
      for (let at = Math.max(matched - newest, 0); at < matched; at += 1) {
        const row = rows === 'all' ? at : (rows[at] ?? 0);
        const [start = 0, end = bytes] = [offsets[row], offsets[row + 1]];
        const line = Buffer.alloc(Math.max(end - start - 1, 0));
        await segment.file.read(line, 0, line.length, start);
        const entry = provenEntry(line.toString('utf8'), segment.before + row + 1, segment);
        if (!meets(entry, criteria)) throw noneOfRecord(segment.path, segment.before + row + 1);
        yield entry;
      }
    },
  };
}
