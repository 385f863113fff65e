import type { Hmac } from '../../keys/hmac.js';

import { readMark } from './mark.js';
import { noSeal, sealHash, type Seal } from './seal.js';

/** Which sealed segments must be there of a record, as its mark says. */
export interface KeptSegments {
  /** The seal before the first of them. Those up to it were archived. */
  readonly before: Seal;
  /** Whether the mark is none of this record. Nothing is believed of it, and all segments must be there. */
  readonly isForged: boolean;
}

const all = { before: noSeal, isForged: false } as const;

/**
 * Reads which segments are kept beside a record that is written. The mark of an archive is none of it: it
 * would say of segments that were never archived that they need not be here.
 *
 * @param seals those of the record that are proven
 */
export async function readKept(
  record: string,
  seals: readonly Seal[],
  hmac: Hmac,
): Promise<KeptSegments> {
  const mark = await readMark(record, hmac);
  if (mark.kind === 'missing') return all;
  if (mark.kind === 'forged' || mark.last !== null) return { ...all, isForged: true };
  const { before } = mark;
  // Where the seals are shorter, they are what is damaged.
  const known = seals[before.segment - 1] ?? before;
  const isOfThese = sealHash(known) === sealHash(before);
  return isOfThese ? { before, isForged: false } : { ...all, isForged: true };
}
