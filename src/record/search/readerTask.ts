import type { Damage } from '../verify/damage.js';
import type { RecordReport } from '../verify/verifyRecord.js';

import type { Criteria } from './criteria.js';
import type { FoundNewest } from './recordSearch.js';

/** What a search found; the entries as one text of JSON, which costs less to hand over. */
export interface FoundTexts extends Omit<FoundNewest, 'entries'> {
  readonly entries: string;
}

/** What the thread that reads a record is asked, and what it then answers. */
export interface ReaderTasks {
  readonly search: (criteria: Criteria, limit: number) => FoundTexts;
  readonly verify: () => RecordReport;
  /** The damages of sealed segments, in no hurry. */
  readonly verifySealed: () => readonly Damage[];
  /** Indexes for sealed segments that have none, in no hurry. */
  readonly makeIndexes: () => null;
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
