import type { ErrorCode } from '../errors/errorCode.js';
import type { ExchangeError } from '../errors/exchangeError.js';
import { describeRead, type Reads } from '../plan/facts/reads.js';
import { noneNoticed, type Noticed } from '../quota/subjectCounter.js';
import type { ExportPart } from '../record/entry/entry.js';

/**
 * How a request ended, for the record: in full, in part, or refused, with the code of the first
 * error. Of an export, also that it began, that a chunk of it leaves, and how its reader ended it.
 */
export type Outcome =
  'OK' | 'PARTIAL' | ErrorCode | 'OPEN' | 'CHUNK' | 'READER_LEFT' | 'READER_TOO_SLOW';

/** The answer to an operation, before it is written to the wire. */
export interface Answer {
  /** An object, as JSON in UTF-8; undefined where the operation was refused before its execution. */
  readonly data: Buffer | undefined;
  readonly errors: readonly ExchangeError[];
  readonly report: Report;
}

/** How each field that was read stands on record, by the name of its resource. */
export type ReadsOnRecord = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the record keeps of an answer. It never holds a value. */
export interface Report {
  readonly outcome: Outcome;
  readonly operation: string | null;
  readonly reads: ReadsOnRecord;
  /** Rows fetched, by resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
  /** The subjects that were noticed, and whom to tell once they are on record. */
  readonly noticed: Noticed;
  /** Of an export: which part of it this is. */
  readonly export?: ExportPart;
}

/** The part of an execution that an answer needs. */
interface Executed {
  readonly data: Buffer;
  readonly errors: readonly ExchangeError[];
  readonly rows: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

/** The described reads. Most operations share the reads of their plan, which are described once. */
const onRecord = new WeakMap<Reads, ReadsOnRecord>();

/** How the reads of a plan stand on record. */
export function readsOnRecord(reads: Reads): ReadsOnRecord {
  const known = onRecord.get(reads);
  if (known) return known;
  const described = new Map(
    Array.from(reads, ([resource, fields]) => {
      const told = Array.from(fields, ([name, read]) => [name, describeRead(read)] as const);
      return [resource, new Map(told)] as const;
    }),
  );
  onRecord.set(reads, described);
  return described;
}

/** The answer to an executed operation, with the errors of its parts. */
export function toAnswer(
  execution: Executed,
  reads: Reads,
  operation: string,
  noticed: Noticed,
): Answer {
  const { data, errors, rows, keys, statements } = execution;
  const outcome: Outcome = errors.length > 0 ? 'PARTIAL' : 'OK';
  const report = {
    outcome,
    operation,
    reads: readsOnRecord(reads),
    rows,
    keys,
    statements,
    noticed,
  };
  return { data, errors, report };
}

/** The answer to a refused operation: errors and no data. */
export function toRefusal(
  errors: readonly [ExchangeError, ...ExchangeError[]],
  operation: string | null,
  noticed = noneNoticed,
): Answer {
  const [{ code }] = errors;
  const nothing = { reads: new Map(), rows: new Map(), keys: new Map(), statements: 0 };
  const report = { outcome: code, operation, ...nothing, noticed };
  return { data: undefined, errors, report };
}
