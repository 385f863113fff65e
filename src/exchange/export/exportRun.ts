import { isDeepStrictEqual } from 'node:util';

import { ExchangeError } from '../../errors/exchangeError.js';
import type { ExportedRows } from '../../execute/export/exportChunk.js';
import type {
  ExportEnd,
  ExportFormat,
  ExportMark,
  MakeFormat,
} from '../../execute/export/exportFormat.js';
import type { Connectors } from '../../execute/fetch/fetcher.js';
import { pageAfter } from '../../plan/page/pageAfter.js';
import type { Position } from '../../plan/page/position.js';
import type { Admission } from '../admission.js';
import { readsOnRecord } from '../answer.js';
import type { Planned } from '../planOperation.js';
import type { Stages } from '../stages.js';

import { ChunkSize } from './chunkSize.js';
import { atItsAddress, exportOf } from './exportOf.js';
import { ExportReports, type ExportCounts } from './exportReports.js';

/** What an export needs of the exchange. */
export interface ExportParts {
  readonly stages: Pick<Stages, 'exportChunk'>;
  readonly connectors: Connectors;
  /** As the request was admitted when it came. */
  readonly admission: Admission;
  /** Admits the same request again, under what holds now. @throws {ExchangeError} as `Exchange.admit` does */
  readonly admit: () => Promise<Admission>;
  /** Plans the same operation. */
  readonly plan: (admission: Admission) => Planned;
  /** Charges rows about people and bodies that are about to leave. @throws {ExchangeError} QUOTA_EXCEEDED or NOT_READY */
  readonly charge: (admission: Admission, subjects: number) => Promise<void>;
}

/** A chunk that was fetched and has not left yet. */
export interface ExportChunk {
  /** Its bytes, in pieces. */
  readonly bytes: readonly Buffer[];
  /** How far the export has come with it. */
  readonly mark: ExportMark;
  readonly counts: ExportCounts;
  readonly isLast: boolean;
}

export type PlannedExport = Extract<Planned, { kind: 'bound' }>;

/** @throws {ExchangeError} BAD_USER_INPUT where the operation asks for no export */
function rootOf({ bound }: PlannedExport) {
  const root = exportOf(bound);
  if (!root) throw atItsAddress(false);
  return root;
}

/** The errors of a chunk, each of its kind once. */
function eachOnce(errors: readonly ExchangeError[]): readonly ExchangeError[] {
  return [...new Map(errors.map((error) => [error.message, error] as const).reverse()).values()];
}

/** Rows about people and bodies. */
function subjectsOf({ contract }: Admission, rows: ExportedRows['rows']): number {
  return [...rows].reduce(
    (sum, [name, count]) => (contract.resources.get(name)?.subject === null ? sum : sum + count),
    0,
  );
}

/** Whether two admissions lead to the same rows in the same forms. */
function areAlike(one: Admission, other: Admission): boolean {
  return (
    one.contract.fingerprint === other.contract.fingerprint &&
    one.grant?.id === other.grant?.id &&
    isDeepStrictEqual(one.requester, other.requester)
  );
}

/**
 * An export under way. Each chunk is a request for the next page of a list: it is planned anew, under what
 * holds then, and leaves only where that still holds.
 */
export class ExportRun {
  readonly #parts: ExportParts;
  readonly #format: ExportFormat;
  readonly #size: ChunkSize;
  readonly reports: ExportReports;
  #planned: PlannedExport | null;
  #admission: Admission;
  #position: Position | null = null;
  #cursor: string | null = null;
  #rows = 0;

  /**
   * @param planned its operation, under the first admission
   * @throws {ExchangeError} BAD_USER_INPUT where the operation asks for no export, or for one that the format cannot hold
   */
  constructor(parts: ExportParts, planned: PlannedExport, makeFormat: MakeFormat) {
    const { list, step } = rootOf(planned);
    this.#parts = parts;
    this.#planned = planned;
    this.#admission = parts.admission;
    this.#format = makeFormat(step.row);
    this.#size = new ChunkSize(list, step.row);
    this.reports = new ExportReports(planned.hash, readsOnRecord(planned.bound.facts.reads));
  }

  get contentType(): string {
    return this.#format.contentType;
  }

  /** What stands before the first row. */
  get opening(): Buffer {
    return this.#format.opening;
  }

  /**
   * Fetches the next chunk.
   *
   * @throws {ExchangeError} as `exportChunk` does; QUOTA_EXCEEDED or NOT_READY where its people cannot be charged
   */
  async next(): Promise<ExportChunk> {
    const admission = this.#admission;
    const { stages, connectors, charge } = this.#parts;
    const planned = this.#plan();
    const root = rootOf(planned);
    const list = pageAfter(root.list, this.#position, this.#size.rows);
    const { lines, count, end, hasMore, errors, ...counts } = await stages.exportChunk(
      { bound: planned.bound, root, list, before: this.#rows },
      connectors,
    );
    const subjects = subjectsOf(admission, counts.rows);
    await charge(admission, subjects);
    this.#size.left(count, lines.length);
    this.#rows += count;
    if (end) {
      this.#position = end;
      this.#cursor = list.cursors.seal(end);
    }
    const mark = { rows: this.#rows, cursor: this.#cursor, errors: eachOnce(errors) };
    const { rows, mark: writeMark } = this.#format;
    const bytes = [rows(lines), writeMark(mark)];
    return { bytes, mark, counts: { ...counts, subjects }, isLast: !hasMore };
  }

  /** The last line. */
  end(end: ExportEnd): Buffer {
    return this.#format.end(end);
  }

  /** Plans the operation; for the first chunk, it was planned already. */
  #plan(): PlannedExport {
    const planned = this.#planned ?? this.#parts.plan(this.#admission);
    this.#planned = null;
    if (planned.kind === 'refused') throw planned.errors[0];
    return planned;
  }

  /**
   * Looks, before a chunk leaves, whether it still may.
   *
   * @returns the admission that the chunk leaves under
   * @throws {ExchangeError} where the request would not be admitted now, or would be to other rows or forms
   */
  async check(): Promise<Admission> {
    const now = await this.#parts.admit();
    if (!areAlike(this.#admission, now)) {
      throw new ExchangeError(
        'NOT_READY',
        'An export goes on under what its requester had when it began; that has changed since. Ask for it again.',
      );
    }
    this.#admission = now;
    return now;
  }
}
