import type { Hmac } from '../../keys/hmac.js';

import { openPlain } from './openSegmentFile.js';
import type { Seal } from './seal.js';
import { stemOf } from './segmentFiles.js';

/**
 * Tells which sealed segments are kept in a folder. It holds seals whole, so that it goes with one record
 * alone: another under the same key has others.
 */
export interface Mark {
  /** The seal before the first segment that is kept here; `noSeal` where that is the first of all. */
  readonly before: Seal;
  /** The seal of an archive's last segment; null beside a record that is written, whose head tells its end. */
  readonly last: Seal | null;
}

/** A mark as it was found. One is `forged` if the holder of the key did not write it. */
export type FoundMark =
  { readonly kind: 'missing' } | { readonly kind: 'forged' } | ({ readonly kind: 'proven' } & Mark);

/** Bytes; two seals are half as long. */
const longest = 2_048;

const separator = ',"mac":"';

/** The file of the mark: `record.kept` beside `record.jsonl`. */
export function markFile(record: string): string {
  return `${stemOf(record)}.kept`;
}

export function writeMark({ before, last }: Mark, hmac: Hmac): string {
  const text = JSON.stringify({ before, last }).slice(0, -1);
  return `${text}${separator}${hmac.of('kept', text)}"}\n`;
}

function parseMark(line: string, hmac: Hmac): FoundMark {
  const text = line.slice(0, Math.max(line.lastIndexOf(separator), 0));
  if (line !== `${text}${separator}${hmac.of('kept', text)}"}\n`) return { kind: 'forged' };
  // The MAC says that the holder of the key wrote this text.
  return { kind: 'proven', ...(JSON.parse(`${text}}`) as Mark) };
}

/** Reads the mark beside a record. It is only ever replaced as a whole. */
export async function readMark(record: string, hmac: Hmac): Promise<FoundMark> {
  const file = await openPlain(markFile(record));
  if (!file) return { kind: 'missing' };
  try {
    const bytes = Buffer.alloc(longest);
    const { bytesRead } = await file.read(bytes, 0, longest, 0);
    return parseMark(bytes.toString('latin1', 0, bytesRead), hmac);
  } finally {
    await file.close();
  }
}
