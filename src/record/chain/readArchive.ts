import type { Hmac } from '../../keys/hmac.js';

import { readMark } from './mark.js';
import { readSeals, type FoundSeals } from './readSeals.js';
import { noSeal, sealHash, type Seal } from './seal.js';

/** An archive as it was found: sealed segments of a record in a folder of their own. */
export interface FoundArchive {
  readonly seals: FoundSeals;
  /** The seal before its first segment. */
  readonly before: Seal;
  /** The seal of its last segment. What lies behind it was begun to be archived, and is none of it yet. */
  readonly last: Seal;
  /** Which of its files is damaged, if any; where it is the mark, seals alone tell what the archive was. */
  readonly fault: 'KEPT' | 'SEALS' | null;
}

/**
 * Reads what an archive says that it holds; null where there is no mark, and so none is.
 *
 * @param record the file that its open segment would be, had it one
 */
export async function readArchive(record: string, hmac: Hmac): Promise<FoundArchive | null> {
  const mark = await readMark(record, hmac);
  if (mark.kind === 'missing') return null;
  const seals = await readSeals(record, hmac);
  const whole = { seals, before: noSeal, last: seals.seals.at(-1) ?? noSeal };
  // The mark of a record that is written tells no end: with it, nothing could be missing here.
  if (mark.kind === 'forged' || mark.last === null) return { ...whole, fault: 'KEPT' };
  const { before, last } = mark;
  if (seals.brokenAt !== null) return { seals, before, last, fault: 'SEALS' };
  // An archive that holds nothing yet, or nothing any more, proves nothing.
  if (before.segment === last.segment) return { seals, before, last, fault: null };
  if (seals.seals.length < last.segment) return { seals, before, last, fault: 'SEALS' };
  const isOfThese = [before, last].every(
    (seal) => sealHash(seals.seals[seal.segment - 1] ?? noSeal) === sealHash(seal),
  );
  return isOfThese ? { seals, before, last, fault: null } : { ...whole, fault: 'KEPT' };
}
