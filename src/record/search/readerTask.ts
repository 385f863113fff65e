import type { Entry } from '../entry/entry.js';
import type { Damage } from '../verify/damage.js';
import type { RecordReport } from '../verify/verifyRecord.js';

import type { Criteria } from './criteria.js';

/** The newest of the found entries, in order, with the number of found and of all entries. */
export interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly matched: number;
  readonly of: number;
}

/** What the thread that reads a record is asked, and what it then answers. */
export interface ReaderTasks {
  readonly search: (criteria: Criteria, limit: number) => FoundEntries;
  readonly verify: () => RecordReport;
  /** The damages of sealed segments, in no hurry. */
  readonly verifySealed: () => readonly Damage[];
}

export type ReaderTask = {
  readonly [Name in keyof ReaderTasks]: {
    readonly id: number;
    readonly name: Name;
    readonly given: Parameters<ReaderTasks[Name]>;
  };
}[keyof ReaderTasks];

export type ReaderAnswer = { readonly id: number } & (
  { readonly result: unknown } | { readonly error: unknown }
);

/** What the thread is started with. */
export interface ReaderThreadData {
  readonly file: string;
  readonly key: Uint8Array;
}
