import type { FileHandle } from 'node:fs/promises';

import { Hmac } from '../../keys/hmac.js';
import { readKept } from '../chain/keptSegments.js';
import { openRecord } from '../chain/openRecord.js';
import { openSegmentFile } from '../chain/openSegmentFile.js';
import { readArchive } from '../chain/readArchive.js';
import { noSeal, type Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';
import type { Entry } from '../entry/entry.js';

import type { Criteria } from './criteria.js';
import { inTurns } from './inTurns.js';
import { buildIndex } from './index/buildIndex.js';
import { AlteredIndex, SegmentIndex } from './index/segmentIndex.js';
import { noneOfRecord } from './noneOfRecord.js';
import {
  scanSegment,
  searchIndex,
  type FoundInSegment,
  type SearchedSegment,
} from './searchedSegment.js';

/** How many entries a search has found, of how many. */
export interface Found {
  readonly matched: number;
  readonly of: number;
  /** How many older ones are archived, or none of the archive that is searched, and were not looked at. */
  readonly archived: number;
}

/** The newest of what was found, in order. */
export interface FoundNewest extends Found {
  readonly entries: readonly Entry[];
  /** Whether all of the record was searched; if not, older entries were not looked at, or are archived. */
  readonly isWhole: boolean;
}

type Use<T> = (found: FoundInSegment) => Promise<T>;

/** Searches a record, segment by segment, while a gateway goes on writing it. */
export class RecordSearch {
  readonly #record: string;
  readonly #hmac: Hmac;
  readonly #makesIndexes: boolean;
  readonly #isArchive: boolean;

  /**
   * @param record the file of its open segment
   * @param makesIndexes whether a segment that has no index is given one; it is read line by line else
   * @param isArchive whether it is an archive, which has no open segment
   */
  constructor(record: string, key: Uint8Array, makesIndexes: boolean, isArchive = false) {
    this.#record = record;
    this.#hmac = new Hmac(key);
    this.#makesIndexes = makesIndexes;
    this.#isArchive = isArchive;
  }

  /**
   * Searches from the newest segment on.
   *
   * @param limit how many entries are handed out, the newest
   * @param milliseconds after which no further segment is begun
   * @throws {Error} at what is none of a record: a damaged record is verified, not searched
   */
  async newest(criteria: Criteria, limit: number, milliseconds = Infinity): Promise<FoundNewest> {
    const deadline = performance.now() + milliseconds;
    let entries: readonly Entry[] = [];
    let [matched, of] = [0, 0];
    const add: Use<void> = async (found) => {
      const more: Entry[] = [];
      for await (const entry of found.entries(limit - entries.length)) more.push(entry);
      entries = [...more, ...entries];
      matched += found.matched;
      of += found.of;
    };
    const { seals, open, first } = await this.#open();
    let archived = first.last;
    const last = seals.at(-1) ?? noSeal;
    if (open) await this.#scanOpen(open, last, criteria, add).finally(() => open.close());
    for (const seal of seals.slice(first.segment).toReversed()) {
      const isLate = performance.now() > deadline;
      if (isLate) return { entries, matched, of, archived, isWhole: false };
      const isThere = await this.#searchSealed(seal, seals, criteria, add);
      if (!isThere) archived = Math.max(archived, seal.last);
    }
    return { entries, matched, of, archived, isWhole: archived === 0 };
  }

  /** Hands on all that meet the criteria, the oldest first; @throws {Error} as `newest` does. */
  async each(criteria: Criteria, take: (entry: Entry) => void): Promise<Found> {
    let [matched, of] = [0, 0];
    const add: Use<void> = async (found) => {
      for await (const entry of found.entries(Infinity)) take(entry);
      matched += found.matched;
      of += found.of;
    };
    const { seals, open, first } = await this.#open();
    let archived = first.last;
    let before: Seal = first;
    try {
      for (const seal of seals.slice(first.segment)) {
        const isThere = await this.#searchSealed(seal, seals, criteria, add);
        if (!isThere) archived += seal.last - before.last;
        before = seal;
      }
      if (open) await this.#scanOpen(open, before, criteria, add);
    } finally {
      await open?.close();
    }
    return { matched, of, archived };
  }

  /** Gives each sealed segment an index that has none, in no hurry. */
  async makeIndexes(pace: () => Promise<void> | void): Promise<void> {
    const { seals, open, first } = await this.#open();
    await open?.close();
    let before: Seal = first;
    for (const seal of seals.slice(first.segment)) {
      const index = await SegmentIndex.open(
        segmentFile(this.#record, seal.segment),
        seal,
        this.#hmac,
      );
      await index?.close();
      const lacksOne = !index && !(await this.#isArchived(seal, seals));
      if (lacksOne) await buildIndex(this.#record, before, seal, this.#hmac, pace);
      before = seal;
    }
  }

  async #openArchive() {
    const archive = await readArchive(this.#record, this.#hmac);
    if (archive?.fault === null) {
      const { seals, before, last } = archive;
      return { seals: seals.seals.slice(0, last.segment), open: null, first: before };
    }
    throw new Error(`${this.#record} is no archive: see \`tongdao record verify --archive\``);
  }

  async #open() {
    if (this.#isArchive) return this.#openArchive();
    const { seals, kept, open, lacksSeals } = await openRecord(this.#record, this.#hmac);
    const first = kept.before;
    if (seals.brokenAt === null && !lacksSeals) return { seals: seals.seals, open, first };
    await open?.close();
    throw new Error(
      `the seals of ${this.#record} are none of a record: see \`tongdao record verify\``,
    );
  }

  async #scanOpen<T>(
    file: FileHandle,
    { last }: Seal,
    criteria: Criteria,
    use: Use<T>,
  ): Promise<T> {
    const segment = { path: this.#record, file, before: last, hmac: this.#hmac };
    return use(await scanSegment(segment, criteria));
  }

  /** Whether a segment was, as the mark says, archived by now. */
  async #isArchived({ segment }: Seal, seals: readonly Seal[]): Promise<boolean> {
    const { before } = await readKept(this.#record, seals, this.#hmac);
    return segment <= before.segment;
  }

  /** False where it was archived meanwhile, and not searched. */
  async #searchSealed(
    seal: Seal,
    seals: readonly Seal[],
    criteria: Criteria,
    use: Use<void>,
  ): Promise<boolean> {
    const path = segmentFile(this.#record, seal.segment);
    const file = await openSegmentFile(this.#record, seal.segment, this.#hmac);
    if (!file && (await this.#isArchived(seal, seals))) return false;
    if (!file) throw noneOfRecord(path);
    const before = seals[seal.segment - 2] ?? noSeal;
    const segment = { path, file, before: before.last, hmac: this.#hmac };
    try {
      const found = await this.#byIndex(segment, seal, seals, criteria);
      await use(found ?? (await scanSegment(segment, criteria)));
      return true;
    } finally {
      await file.close();
    }
  }

  /** Null where there is no index. One that was altered is made anew. */
  async #byIndex(
    segment: SearchedSegment,
    seal: Seal,
    seals: readonly Seal[],
    criteria: Criteria,
  ): Promise<FoundInSegment | null> {
    for (const isNew of [false, true]) {
      if (isNew && !(await this.#makeIndex(seal, seals))) return null;
      const index = await SegmentIndex.open(segment.path, seal, this.#hmac);
      if (!index) continue;
      try {
        return await searchIndex(segment, index, seal.bytes, criteria);
      } catch (error) {
        if (!(error instanceof AlteredIndex)) throw error;
      } finally {
        await index.close();
      }
    }
    return null;
  }

  /** Whether an index could be made. On a full disk none can, and lines are read in its place. */
  async #makeIndex(seal: Seal, seals: readonly Seal[]): Promise<boolean> {
    if (!this.#makesIndexes) return false;
    const before = seals[seal.segment - 2] ?? noSeal;
    try {
      await buildIndex(this.#record, before, seal, this.#hmac, inTurns);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false;
      if (await this.#isArchived(seal, seals)) return false;
      throw error;
    }
  }
}
