import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { Hmac } from '../../keys/hmac.js';
import type { FoundSeals } from '../chain/readSeals.js';
import { noSeal, writeSeal, type Seal } from '../chain/seal.js';
import { sealsFile } from '../chain/segmentFiles.js';

import { openFile } from './openFile.js';
import { syncFolder } from './syncFolder.js';

/** Adds to the seals of a record. */
export class SealsWriter {
  readonly #path: string;
  readonly #hmac: Hmac;
  #last: Seal;
  /** Length of the file up to the end of the last seal. */
  #bytes: number;

  /** @param found the seals as they are, all proven */
  constructor(record: string, hmac: Hmac, found: FoundSeals) {
    this.#path = sealsFile(record);
    this.#hmac = hmac;
    this.#last = found.seals.at(-1) ?? noSeal;
    this.#bytes = found.bytes;
  }

  get last(): Seal {
    return this.#last;
  }

  /** Makes seals durable; once, however often it is told to. What a failure left behind is cut off first. */
  async add(...seals: readonly Seal[]): Promise<void> {
    const more = seals.filter(({ segment }) => segment > this.#last.segment);
    const last = more.at(-1);
    if (!last) return;
    const file: FileHandle = await openFile(this.#path, true);
    try {
      const { size } = await file.stat();
      // One that was cut, or made longer by a line, is not the file that was read.
      if (size < this.#bytes) throw new Error('the seals of the record were changed by another');
      await file.truncate(this.#bytes);
      const text = more.map((seal) => writeSeal(seal, this.#hmac)).join('');
      await file.appendFile(text);
      await file.datasync();
      await syncFolder(dirname(this.#path));
      this.#last = last;
      this.#bytes += text.length;
    } finally {
      await file.close();
    }
  }
}
