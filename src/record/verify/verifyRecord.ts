import type { FileHandle } from 'node:fs/promises';

import { Hmac } from '../../keys/hmac.js';
import { readHead } from '../chain/head.js';
import { isAfter } from '../chain/header.js';
import { readKept } from '../chain/keptSegments.js';
import { genesis } from '../chain/line.js';
import { namedSegments } from '../chain/namedSegments.js';
import { openRecord, type OpenedRecord } from '../chain/openRecord.js';
import { openPlain } from '../chain/openSegmentFile.js';
import { readSeals } from '../chain/readSeals.js';
import type { Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';

import { maxDamages, type Damage } from './damage.js';
import { damageOfMark } from './damageOfMark.js';
import { LineWalk, type Pace } from './lineWalk.js';
import { PlaceFinder } from './placeFinder.js';
import { verifySegment, type SegmentReport } from './verifySegment.js';

/** What a walk over a whole record found. */
export interface RecordReport extends SegmentReport {
  /** Segments that were verified, the open one among them. */
  readonly segments: number;
  /** What comes before these and need not be here: it was archived or, of an archive, is none of it any more. */
  readonly before: { readonly segments: number; readonly lines: number };
}

/** Whether anything tells that there is, or was, a record. */
export async function isRecordThere(record: string, key: Uint8Array): Promise<boolean> {
  const file = await openPlain(record);
  await file?.close();
  if (file) return true;
  const hmac = new Hmac(key);
  const [head, seals] = [await readHead(record, hmac), await readSeals(record, hmac)];
  return (head.kind === 'proven' && head.seq > 0) || seals.seals.length > 0;
}

/** What walks over several segments found together. */
export function together(
  { segment: segments, last: lines }: Seal,
  parts: readonly SegmentReport[],
): RecordReport {
  const sum = (of: (part: SegmentReport) => number) =>
    parts.reduce((all, part) => all + of(part), 0);
  const last = parts.at(-1);
  return {
    before: { segments, lines },
    segments: parts.length,
    lines: sum(({ lines }) => lines),
    head: last?.head ?? genesis,
    bytes: sum(({ bytes }) => bytes),
    torn: last?.torn ?? 0,
    damages: parts.flatMap(({ damages }) => damages),
  };
}

/** A verification of one record, as it was opened. */
class Verification {
  readonly #record: string;
  readonly #opened: OpenedRecord;
  readonly #hmac: Hmac;
  readonly #places: PlaceFinder;
  readonly #pace: Pace | undefined;

  constructor(record: string, opened: OpenedRecord, hmac: Hmac, pace?: Pace) {
    this.#record = record;
    this.#opened = opened;
    this.#hmac = hmac;
    this.#places = new PlaceFinder(hmac);
    this.#pace = pace;
  }

  /** Each segment that is kept here against its seal, the open one against the head. */
  async bySeals(): Promise<RecordReport> {
    const { record, hmac, places } = {
      record: this.#record,
      hmac: this.#hmac,
      places: this.#places,
    };
    const { seals } = this.#opened.seals;
    let { before: first } = this.#opened.kept;
    const context = { record, hmac, places, kept: () => readKept(record, seals, hmac) };
    const parts: SegmentReport[] = [];
    let before: Seal = first;
    let damages = 0;
    for (const seal of seals.slice(first.segment)) {
      const part = await verifySegment(context, before, seal, this.#pace);
      if (part) {
        parts.push(part);
        damages += part.damages.length;
      } else {
        // It was archived meanwhile, and those before it with it.
        first = seal;
        parts.length = 0;
      }
      before = seal;
      if (damages >= maxDamages) return together(first, parts);
    }
    parts.push(await this.#openSegment(before));
    return this.#withMark(together(first, parts));
  }

  /** Where the seals do not say what is where, all lines that there are stand for one another. */
  async withoutSeals(): Promise<RecordReport> {
    const { seals, head } = this.#opened;
    const { before } = this.#opened.kept;
    const start = { seq: before.last, hash: before.hash };
    const walk = new LineWalk({ start, end: head, isSealed: false }, this.#hmac, this.#places);
    const parts: SegmentReport[] = [];
    const all = await namedSegments(this.#record);
    const named = all.filter((segment) => segment > before.segment);
    for (const segment of named) {
      const file = await openPlain(segmentFile(this.#record, segment));
      if (file) parts.push(await this.#addTo(walk, segment, file).finally(() => file.close()));
    }
    const { open } = this.#opened;
    if (open) parts.push(await this.#addTo(walk, (named.at(-1) ?? before.segment) + 1, open));
    const kind = seals.brokenAt === null ? 'TRUNCATED' : 'ALTERED';
    const line = seals.brokenAt ?? seals.seals.length + 1;
    const ofSeals = { kind, part: 'SEALS', segment: null, seq: null, line, count: 1 } as const;
    return this.#withMark({ ...together(before, parts), damages: [...walk.end(), ofSeals] });
  }

  async #withMark(report: RecordReport): Promise<RecordReport> {
    if (!this.#opened.kept.isForged) return report;
    const ofMark = await damageOfMark(this.#record, this.#opened.seals.seals.length);
    return { ...report, damages: [...report.damages, ofMark] };
  }

  async #addTo(walk: LineWalk, segment: number, file: FileHandle): Promise<SegmentReport> {
    const { lines, bytes, torn, hash } = await walk.add(segment, file, this.#pace);
    return { lines, bytes, torn, head: hash ?? genesis, damages: [] };
  }

  /** The open segment, which need not be there yet where nothing is on record after the last seal. */
  async #openSegment(before: Seal): Promise<SegmentReport> {
    const { head, open } = this.#opened;
    const segment = before.segment + 1;
    const start = { seq: before.last, hash: before.hash };
    const span = { start, end: head, isSealed: false };
    const walk = new LineWalk(span, this.#hmac, this.#places, segment);
    if (!open) return { lines: 0, bytes: 0, torn: 0, head: before.hash, damages: walk.end() };
    const { header, lines, bytes, torn, hash } = await walk.add(segment, open, this.#pace);
    const ofFile: Damage[] = [];
    const isNext = before.segment === 0 ? !header : header && isAfter(header, before);
    if (lines > 0 && !isNext) {
      const kind = header ? 'REORDERED' : 'ALTERED';
      const at = { seq: before.last + 1, line: 1, count: lines };
      ofFile.push({ kind, part: 'SEGMENT', segment, ...at });
    }
    const damages = [...ofFile, ...walk.end()];
    return { lines, bytes, torn, head: hash ?? before.hash, damages };
  }
}

/**
 * Verifies a record from its first line. A gateway may go on writing and sealing meanwhile: what is verified
 * is the record as it was when this began, and what was appended since to its open segment.
 *
 * @param record the file of its open segment
 * @param key of this record, as `deriveKey` makes it
 */
export async function verifyRecord(
  record: string,
  key: Uint8Array,
  pace?: Pace,
): Promise<RecordReport> {
  const hmac = new Hmac(key);
  const opened = await openRecord(record, hmac);
  const verification = new Verification(record, opened, hmac, pace);
  const isSealedWell = opened.seals.brokenAt === null && !opened.lacksSeals;
  try {
    return await (isSealedWell ? verification.bySeals() : verification.withoutSeals());
  } finally {
    await opened.open?.close();
  }
}
