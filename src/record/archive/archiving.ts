import { Hmac } from '../../keys/hmac.js';
import { readKept } from '../chain/keptSegments.js';
import { markFile } from '../chain/mark.js';
import { namedSegments } from '../chain/namedSegments.js';
import { openPlain } from '../chain/openSegmentFile.js';
import type { FoundArchive } from '../chain/readArchive.js';
import { readSeals } from '../chain/readSeals.js';
import { noSeal, type Seal } from '../chain/seal.js';
import { sealsFile, segmentFile } from '../chain/segmentFiles.js';
import { indexFile } from '../search/index/indexForm.js';
import { lockFile, type Lock } from '../write/lockFile.js';
import { putMark } from '../write/putMark.js';
import { removeFile } from '../write/removeFile.js';
import { SealsWriter } from '../write/sealsWriter.js';

import { checkSegment } from './checkSegment.js';
import { copySegment } from './copySegment.js';
import { isAllBefore } from './isAllBefore.js';
import { openArchive } from './openArchive.js';
import { removeSegment } from './removeSegment.js';
import { segmentDamages } from './segmentDamages.js';

/** The record whose segments are archived, as it was when that began. */
interface Live {
  readonly record: string;
  readonly seals: readonly Seal[];
  /** The seal before the first segment that is kept there. */
  readonly before: Seal;
  /** Whether its mark says less than that: it was put back or taken away. */
  readonly isBehind: boolean;
}

/** @throws {Error} where its seals or its mark are damaged */
async function readLive(record: string, hmac: Hmac): Promise<Live> {
  const { seals, brokenAt } = await readSeals(record, hmac);
  const { before, isForged } = await readKept(record, seals, hmac);
  if (isForged) {
    const advice = 'take it away, and archive to the same folder: that writes it anew';
    throw new Error(`${markFile(record)} is none of this record (ALTERED): ${advice}`);
  }
  if (brokenAt === null && before.segment <= seals.length)
    return { record, seals, before, isBehind: false };
  throw new Error(`${sealsFile(record)} is damaged: see \`tongdao record verify\``);
}

/**
 * Moves sealed segments of a record to an archive, the oldest first, while a gateway may go on writing it.
 *
 * Each step is durable before the next: the copy, its seal, the mark of the archive, the mark of the record,
 * the removal. So a kill or a loss of power between any two leaves a record and an archive that are sound, and
 * the same command goes on.
 */
export class Archiving {
  readonly #hmac: Hmac;
  readonly #live: Live;
  readonly #target: string;
  readonly #archive: FoundArchive;
  readonly #locks: readonly Lock[];

  private constructor(
    hmac: Hmac,
    live: Live,
    target: string,
    archive: FoundArchive,
    locks: readonly Lock[],
  ) {
    this.#hmac = hmac;
    this.#live = live;
    this.#target = target;
    this.#archive = archive;
    this.#locks = locks;
  }

  /**
   * @param record the file of its open segment
   * @param folder of the archive; it is made where there is none
   * @param beginsAnew whether an archive may be begun though others hold older segments
   * @throws {Error} where another process archives, or record and archive do not go together or are damaged
   */
  static async open(
    record: string,
    folder: string,
    key: Uint8Array,
    beginsAnew: boolean,
  ): Promise<Archiving> {
    const hmac = new Hmac(key);
    const other = 'command that archives';
    const locks = [lockFile(`${record}.archiving`, other)];
    try {
      const live = await readLive(record, hmac);
      const { target, lock, archive } = await openArchive(live, folder, hmac, beginsAnew);
      locks.push(lock);
      // What an archive begins behind was archived before it, so the record need not have it.
      const isBehind = archive.before.segment > live.before.segment;
      const known = isBehind ? { ...live, before: archive.before, isBehind } : live;
      return new Archiving(hmac, known, target, archive, locks);
    } catch (error) {
      for (const lock of locks) lock.release();
      throw error;
    }
  }

  /**
   * Which segments can be moved: those from the oldest on of which all entries are from before a time. Each was
   * verified. It moves none.
   *
   * @param time milliseconds since the epoch
   * @throws {Error} where one is damaged or gone
   */
  async plan(time: number): Promise<readonly Seal[]> {
    const { record, seals, before } = this.#live;
    const last = seals.at(-1);
    const planned: Seal[] = [];
    for (const seal of seals.slice(before.segment)) {
      const file = await openPlain(segmentFile(record, seal.segment));
      // A sealing has not come to its end: the segment has the name of the open one.
      if (!file && seal === last && !this.#isArchived(seal)) break;
      if (file) {
        const isOlder = await isAllBefore(file, time, this.#hmac).finally(() => file.close());
        if (!isOlder) break;
      }
      const from = !file && this.#isArchived(seal) ? this.#target : record;
      await checkSegment(from, this.#before(seal), seal, this.#hmac);
      planned.push(seal);
    }
    return planned;
  }

  /** Moves what was planned, and ends what an earlier command was kept from. */
  async perform(planned: readonly Seal[]): Promise<void> {
    const { record, before, isBehind } = this.#live;
    if (isBehind) await putMark(record, { before, last: null }, this.#hmac);
    await this.#removeLeftovers(before);
    const { seals, before: start, last } = this.#archive;
    const sealsWriter = new SealsWriter(this.#target, this.#hmac, seals);
    for (const seal of planned) {
      if (!(await this.#isArchivedWell(seal))) {
        await copySegment(record, this.#target, this.#before(seal), seal, this.#hmac);
      }
      if (seal.segment > last.segment) {
        await sealsWriter.add(...this.#live.seals.slice(0, seal.segment));
        await putMark(this.#target, { before: start, last: seal }, this.#hmac);
      }
      await putMark(record, { before: seal, last: null }, this.#hmac);
      await removeSegment(record, seal.segment);
    }
  }

  close(): void {
    for (const lock of this.#locks) lock.release();
  }

  #before({ segment }: Seal): Seal {
    return this.#live.seals[segment - 2] ?? noSeal;
  }

  #isArchived({ segment }: Seal): boolean {
    const { before, last } = this.#archive;
    return before.segment < segment && segment <= last.segment;
  }

  async #isArchivedWell(seal: Seal): Promise<boolean> {
    if (!this.#isArchived(seal)) return false;
    const damages = await segmentDamages(this.#target, this.#before(seal), seal, this.#hmac);
    return damages.length === 0;
  }

  /**
   * Removes segments that a command archived and was then kept from removing, and indexes that were made while
   * their segments were removed.
   */
  async #removeLeftovers(before: Seal): Promise<void> {
    const { record, seals } = this.#live;
    for (const segment of await namedSegments(record)) {
      const seal = seals[segment - 1];
      if (!seal || segment > before.segment) continue;
      if (await this.#isArchivedWell(seal)) await removeSegment(record, segment);
    }
    for (const segment of await namedSegments(record, 'index')) {
      if (segment <= before.segment) await removeFile(indexFile(segmentFile(record, segment)));
    }
  }
}
