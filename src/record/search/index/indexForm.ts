import { hash } from 'node:crypto';

import type { Hmac } from '../../../keys/hmac.js';
import { sealHash, type Seal } from '../../chain/seal.js';

/** A part of an index: its name, and its length in bytes and its hash by which it is proven. */
export interface IndexPart {
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What an index says of itself, under a MAC. The parts follow behind it, in this order. */
export interface IndexHeader {
  readonly segment: number;
  /** The hash of the segment's seal: so an index goes with no other segment. */
  readonly seal: string;
  readonly entries: number;
  /** The earliest and the latest time of an entry, in milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
  readonly parts: readonly IndexPart[];
}

/** The index of a segment in a file beside it: `record-000001.index` beside `record-000001.jsonl`. */
export function indexFile(segmentFile: string): string {
  return segmentFile.replace(/\.jsonl$/, '.index');
}

const separator = ',"mac":"';

/** An index as bytes: a line of JSON, then its parts. */
export function writeIndex(
  seal: Seal,
  about: Pick<IndexHeader, 'entries' | 'from' | 'to'>,
  parts: ReadonlyMap<string, Uint8Array>,
  hmac: Hmac,
): Uint8Array {
  const header: IndexHeader = {
    segment: seal.segment,
    seal: sealHash(seal),
    ...about,
    parts: Array.from(parts, ([name, part]) => ({
      name,
      bytes: part.length,
      hash: hash('sha256', part),
    })),
  };
  const text = JSON.stringify(header);
  const line = `${text}${separator}${hmac.of('index', text)}"\n`;
  return Buffer.concat([Buffer.from(line, 'utf8'), ...parts.values()]);
}

/**
 * Reads the line that an index begins with; undefined where the holder of the key did not write it, or wrote
 * it of another segment.
 */
export function parseIndexHeader(line: string, seal: Seal, hmac: Hmac): IndexHeader | undefined {
  const at = line.lastIndexOf(separator);
  const text = line.slice(0, Math.max(at, 0));
  if (line !== `${text}${separator}${hmac.of('index', text)}"`) return undefined;
  // The MAC says that the gateway wrote this text.
  const header = JSON.parse(text) as IndexHeader;
  return header.seal === sealHash(seal) ? header : undefined;
}
