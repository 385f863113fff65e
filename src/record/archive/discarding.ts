import { basename, join } from 'node:path';

import { Hmac } from '../../keys/hmac.js';
import { markFile } from '../chain/mark.js';
import { namedSegments } from '../chain/namedSegments.js';
import { openPlain } from '../chain/openSegmentFile.js';
import { readArchive, type FoundArchive } from '../chain/readArchive.js';
import { noSeal, type Seal } from '../chain/seal.js';
import { segmentFile } from '../chain/segmentFiles.js';
import { lockFile, type Lock } from '../write/lockFile.js';
import { putMark } from '../write/putMark.js';

import { checkSegment } from './checkSegment.js';
import { isAllBefore } from './isAllBefore.js';
import { removeSegment } from './removeSegment.js';

/**
 * Discards segments of an archive, the oldest first. The mark of the archive says so, durably, before a segment
 * is removed: so a kill leaves an archive that is sound, and the same command goes on.
 */
export class Discarding {
  readonly #hmac: Hmac;
  readonly #record: string;
  readonly #archive: FoundArchive;
  readonly #lock: Lock;

  private constructor(hmac: Hmac, record: string, archive: FoundArchive, lock: Lock) {
    this.#hmac = hmac;
    this.#record = record;
    this.#archive = archive;
    this.#lock = lock;
  }

  /**
   * @param folder of the archive
   * @param record the file of the record that it is an archive of, for its name alone
   * @throws {Error} where there is no archive, another command writes it, or it is damaged
   */
  static async open(folder: string, record: string, key: Uint8Array): Promise<Discarding> {
    const hmac = new Hmac(key);
    const target = join(folder, basename(record));
    const lock = lockFile(`${target}.held`, 'command that archives or discards');
    try {
      const archive = await readArchive(target, hmac);
      if (!archive) throw new Error(`there is no archive: ${markFile(target)} is missing`);
      if (archive.fault !== null) {
        throw new Error(`${target} is damaged: see \`tongdao record verify --archive\``);
      }
      return new Discarding(hmac, target, archive, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Which segments can be discarded: those from the oldest on of which all entries are from before a time. Each
   * was verified, since a damage is not to be removed with what it shows in. It removes none.
   *
   * @param time milliseconds since the epoch
   * @throws {Error} where one is damaged or gone
   */
  async plan(time: number): Promise<readonly Seal[]> {
    const { seals, before, last } = this.#archive;
    const planned: Seal[] = [];
    for (const seal of seals.seals.slice(before.segment, last.segment)) {
      const file = await openPlain(segmentFile(this.#record, seal.segment));
      const isOlder =
        !file || (await isAllBefore(file, time, this.#hmac).finally(() => file.close()));
      if (!isOlder) break;
      const previous = seals.seals[seal.segment - 2] ?? noSeal;
      await checkSegment(this.#record, previous, seal, this.#hmac);
      planned.push(seal);
    }
    return planned;
  }

  /** Removes what was planned, and what an earlier command was kept from removing. */
  async perform(planned: readonly Seal[]): Promise<void> {
    const { before, last } = this.#archive;
    for (const segment of await namedSegments(this.#record)) {
      if (segment <= before.segment) await removeSegment(this.#record, segment);
    }
    for (const seal of planned) {
      await putMark(this.#record, { before: seal, last }, this.#hmac);
      await removeSegment(this.#record, seal.segment);
    }
  }

  close(): void {
    this.#lock.release();
  }
}
