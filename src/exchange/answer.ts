import type { ErrorCode } from '../errors/errorCode.js';
import type { ExchangeError } from '../errors/exchangeError.js';
import { describeRead, type Reads } from '../plan/facts/reads.js';
import { noneNoticed, type Noticed } from '../quota/subjectCounter.js';

/** How a request ended, for the record: in full, in part, or refused with the first error's code. */
export type Outcome = 'OK' | 'PARTIAL' | ErrorCode;

/** What an operation came to, before it is put on the wire. */
export interface Answer {
  /** Undefined where the operation was refused before any of it was executed. */
  readonly data: object | undefined;
  readonly errors: readonly ExchangeError[];
  readonly report: Report;
}

/** What was read: of each resource, by name, how each of its fields stands on record. */
export type ReadsOnRecord = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What the record keeps of an answer; never a value. */
export interface Report {
  readonly outcome: Outcome;
  readonly operation: string | null;
  readonly reads: ReadsOnRecord;
  /** Rows fetched, by the name of their resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by the name of their resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
  /** Those who were noticed, and whom to tell once they are on record. */
  readonly noticed: Noticed;
}

/** What was executed, as far as the answer needs it. */
interface Executed {
  readonly data: object;
  readonly errors: readonly ExchangeError[];
  readonly rows: ReadonlyMap<string, number>;
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

/** Most operations have the reads of their plan, and no others: written out once. */
const onRecord = new WeakMap<Reads, ReadsOnRecord>();

function putInWords(reads: Reads): ReadsOnRecord {
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

/** The answer to an operation that was executed, errors of its parts included. */
export function toAnswer(
  execution: Executed,
  reads: Reads,
  operation: string,
  noticed: Noticed,
): Answer {
  const { data, errors, rows, keys, statements } = execution;
  const outcome: Outcome = errors.length > 0 ? 'PARTIAL' : 'OK';
  const report = { outcome, operation, reads: putInWords(reads), rows, keys, statements, noticed };
  return { data, errors, report };
}

/** An answer without data: the operation was refused. */
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
