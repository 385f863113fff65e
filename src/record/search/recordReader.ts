import type { Entry } from '../entry/entry.js';
import { verifyRecord, type RecordReport } from '../verify/verifyRecord.js';

import type { Criteria } from './criteria.js';
import { Last } from './last.js';
import { searchRecord } from './searchRecord.js';

/** The newest of the found entries, in order, with the number of found and of all entries. */
export interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly matched: number;
  readonly of: number;
}

/**
 * Searches and verifies the record while a gateway writes it. It makes one reading at a time,
 * because each goes through the whole record.
 */
export class RecordReader {
  readonly #file: string;
  readonly #key: Uint8Array;
  #reading: Promise<unknown> = Promise.resolve();

  /** @param key of this record, as `deriveKey` makes it */
  constructor(file: string, key: Uint8Array) {
    this.#file = file;
    this.#key = key;
  }

  /** @param limit how many entries are handed out, the newest */
  search(criteria: Criteria, limit: number): Promise<FoundEntries> {
    return this.#inTurn(async () => {
      const last = new Last<Entry>(limit);
      const found = await searchRecord(this.#file, criteria, (entry) => {
        last.add(entry);
      });
      return { ...found, entries: last.items() };
    });
  }

  verify(): Promise<RecordReport> {
    return this.#inTurn(() => verifyRecord(this.#file, this.#key));
  }

  #inTurn<T>(read: () => Promise<T>): Promise<T> {
    const reading = this.#reading.then(read);
    this.#reading = reading.catch(() => undefined);
    return reading;
  }
}
