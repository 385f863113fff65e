import type { Entry } from './entry.js';

/** The port by which a stage puts an entry on record. */
export interface Recorder {
  /**
   * Resolves once the entry is durable.
   *
   * @param underWay how many requests are being handled, this entry's among them: so many entries may
   *   soon follow. One where it is not stated.
   * @throws {ExchangeError} NOT_READY where the entry cannot be made durable
   */
  append(entry: Entry, underWay?: number): Promise<void>;
}
