import type { Hmac } from '../../keys/hmac.js';
import { isAfter } from '../chain/header.js';
import type { KeptSegments } from '../chain/keptSegments.js';
import { openSegmentFile } from '../chain/openSegmentFile.js';
import type { Seal } from '../chain/seal.js';

import type { Damage } from './damage.js';
import { LineWalk, type Pace, type WalkedFile } from './lineWalk.js';
import type { PlaceFinder } from './placeFinder.js';

/** What a walk over a segment found. */
export interface SegmentReport {
  /** Lines that end in a line feed, without headers. */
  readonly lines: number;
  /** The hash of the last of them. */
  readonly head: string;
  /** Bytes of all lines, line feeds and headers included. */
  readonly bytes: number;
  /** Bytes at the end without a line feed: a write that was cut off, of an answer that never left. */
  readonly torn: number;
  /** Empty where all is sound. */
  readonly damages: readonly Damage[];
}

/** The record that a segment is of, and what its lines are looked up by. */
interface SegmentContext {
  readonly record: string;
  readonly hmac: Hmac;
  readonly places: PlaceFinder;
  /** Tells which segments must be there now. */
  readonly kept: () => Promise<Pick<KeptSegments, 'before'>>;
}

/** A damage to the file of a segment as a whole. */
const ofWhole = (kind: Damage['kind'], { segment, first, last }: Seal, line: number | null) =>
  ({ kind, part: 'SEGMENT', segment, seq: first, line, count: last + 1 - first }) as const;

/** What is wrong with the header: it is another segment's, or none that the gateway wrote. */
function damagesOfBeginning(
  before: Seal,
  seal: Seal,
  { header, lines }: WalkedFile,
): readonly Damage[] {
  const isFirst = seal.segment === 1;
  if (header && (isFirst || !isAfter(header, before))) return [ofWhole('REORDERED', seal, 1)];
  return !header && !isFirst && lines > 0 ? [ofWhole('ALTERED', seal, 1)] : [];
}

/** What is wrong where all lines are sound: something stands behind them, or they are longer than they were. */
function damagesOfLength(
  seal: Seal,
  { header, lines, bytes, torn }: WalkedFile,
): readonly Damage[] {
  if (torn > 0) {
    const line = lines + (header ? 2 : 1);
    const at = { segment: seal.segment, seq: seal.last + 1, line, count: 1 };
    return [{ kind: 'INSERTED', part: 'LINE', ...at }];
  }
  return bytes === seal.bytes ? [] : [ofWhole('ALTERED', seal, null)];
}

/**
 * Verifies a sealed segment against its seal.
 *
 * @param before the seal of the segment before
 * @returns null for one that was taken away, as the mark says, since that was looked at last
 */
export async function verifySegment(
  { record, hmac, places, kept }: SegmentContext,
  before: Seal,
  seal: Seal,
  pace?: Pace,
): Promise<SegmentReport | null> {
  const file = await openSegmentFile(record, seal.segment, hmac);
  if (!file) {
    if (seal.segment <= (await kept()).before.segment) return null;
    const damages = [ofWhole('DROPPED', seal, null)];
    return { lines: 0, head: seal.hash, bytes: 0, torn: 0, damages };
  }
  try {
    const span = {
      start: { seq: before.last, hash: before.hash },
      end: { kind: 'proven', seq: seal.last, hash: seal.hash },
      isSealed: true,
    } as const;
    const walk = new LineWalk(span, hmac, places);
    const walked = await walk.add(seal.segment, file, pace);
    const ofBeginning = damagesOfBeginning(before, seal, walked);
    const ofLines = walk.end();
    // Of another segment in its place, lines say nothing new.
    const isOther = ofBeginning.some(({ kind }) => kind === 'REORDERED');
    const damages = [...ofBeginning, ...(isOther ? [] : ofLines)];
    const ofLength = damages.length === 0 ? damagesOfLength(seal, walked) : [];
    const { lines, bytes } = walked;
    return { lines, head: seal.hash, bytes, torn: 0, damages: [...damages, ...ofLength] };
  } finally {
    await file.close();
  }
}
