import type { Durable } from './heal.js';
import type { Descriptors } from './recordFiles.js';

/** What the thread of a record is started with. */
export interface RecordThreadData {
  readonly files: Descriptors;
  readonly key: Uint8Array;
}

/** What is asked of it, one at a time; `after` is where the record is durable up to. */
export interface RecordTask {
  readonly after: Durable;
  /** Entries as JSON; none to only try whether some could be written. */
  readonly entries: readonly string[];
  /** The write before failed: what follows in the file goes first. */
  readonly cutsFirst: boolean;
}

/** What came of it: where the record is durable up to now, or why it failed. */
export type RecordResult = { readonly durable: Durable } | { readonly error: unknown };
