import { readFile } from 'node:fs/promises';

import type { Hmac } from '../../keys/hmac.js';
import { hasCode } from '../../shared/hasCode.js';

import { followsSeal, noSeal, parseSeal, type Seal } from './seal.js';
import { sealsFile } from './segmentFiles.js';

/** The seals of a record as they were found. */
export interface FoundSeals {
  /** Those from the first on that are proven and follow one another. */
  readonly seals: readonly Seal[];
  /** Bytes of these. */
  readonly bytes: number;
  /** The line, from 1, of the first that is not; null where all are. */
  readonly brokenAt: number | null;
  /** Bytes at the end without a line feed: of a seal that a crash cut off. */
  readonly torn: number;
}

/** Reads the seals of a record; a record that was never sealed has none. */
export async function readSeals(record: string, hmac: Hmac): Promise<FoundSeals> {
  const text = await readFile(sealsFile(record), 'latin1').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return '';
    throw error;
  });
  const lines = text.split('\n');
  const torn = lines.pop()?.length ?? 0;
  const seals: Seal[] = [];
  let before: Seal = noSeal;
  let bytes = 0;
  for (const line of lines) {
    const seal = parseSeal(line, hmac);
    if (!seal || !followsSeal(seal, before)) {
      return { seals, bytes, brokenAt: seals.length + 1, torn };
    }
    seals.push(seal);
    before = seal;
    bytes += line.length + 1;
  }
  return { seals, bytes, brokenAt: null, torn };
}
