import { noneNoticed } from '../../quota/subjectCounter.js';
import type { Outcome, Report, ReadsOnRecord } from '../answer.js';

/** What an export, or a chunk of it, was made of. */
export interface ExportCounts {
  /** Rows fetched, by resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
  /** Rows about people and bodies. */
  readonly subjects: number;
}

const nothing: ExportCounts = { rows: new Map(), keys: new Map(), statements: 0, subjects: 0 };

function addTo(sums: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count);
}

/** Makes the reports of one export, for the record. */
export class ExportReports {
  readonly #operation: string;
  readonly #reads: ReadsOnRecord;
  readonly #rows = new Map<string, number>();
  readonly #keys = new Map<string, number>();
  #statements = 0;
  #subjects = 0;
  #chunks = 0;
  #chunksLeft = 0;

  constructor(operation: string, reads: ReadsOnRecord) {
    this.#operation = operation;
    this.#reads = reads;
  }

  /** The report of the beginning. */
  opened(): Report {
    return this.#report('OPEN', 0, nothing, 'OPEN');
  }

  /** The report of the next chunk. */
  chunk(counts: ExportCounts): Report {
    this.#chunks += 1;
    return this.#report('CHUNK', this.#chunks, counts, 'CHUNK');
  }

  /** Counts a chunk that leaves. */
  left(counts: ExportCounts): void {
    this.#chunksLeft += 1;
    this.#statements += counts.statements;
    this.#subjects += counts.subjects;
    addTo(this.#rows, counts.rows);
    addTo(this.#keys, counts.keys);
  }

  /** The report of the end, with all that has left. */
  ended(outcome: Outcome): Report {
    const [rows, keys] = [this.#rows, this.#keys];
    const counts = { rows, keys, statements: this.#statements, subjects: this.#subjects };
    const step = outcome === 'OK' || outcome === 'PARTIAL' ? 'CLOSE' : 'ABORT';
    return this.#report(step, this.#chunksLeft, counts, outcome);
  }

  #report(
    step: NonNullable<Report['export']>['step'],
    chunk: number,
    { subjects, ...counts }: ExportCounts,
    outcome: Outcome,
  ): Report {
    return {
      outcome,
      operation: this.#operation,
      reads: this.#reads,
      ...counts,
      noticed: noneNoticed,
      export: { step, chunk, subjects },
    };
  }
}
