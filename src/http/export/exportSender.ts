import type { ExchangeError } from '../../errors/exchangeError.js';
import { toExchangeError } from '../../errors/toExchangeError.js';
import type { Outcome } from '../../exchange/answer.js';
import type { ExportChunk } from '../../exchange/export/exportRun.js';
import type { OpenedExport } from '../../exchange/export/openExport.js';

import type { ExportRecorder } from './exportRecorder.js';

export type Opened = Extract<OpenedExport, { kind: 'opened' }>;

/** Null behind the last. */
type Awaited = Promise<ExportChunk | null>;

/** Keeps a failure, which is told when its turn comes, from being taken for one that nobody handles. */
function later(chunk: Awaited): Awaited {
  chunk.catch(() => undefined);
  return chunk;
}

/**
 * Gives the parts of an export as they leave: each is on record by then, and is looked at whether it still may.
 * While one is on its way, the next is put on record and the one behind it is fetched, and no more than these.
 */
export class ExportSender {
  readonly #opened: Opened;
  readonly #recorder: ExportRecorder;
  /** The next chunk to leave, on record. */
  #next: Awaited = Promise.resolve(null);
  /** The one behind it. */
  #fetched: Awaited = Promise.resolve(null);
  #left: Pick<ExportChunk['mark'], 'rows' | 'cursor'> = { rows: 0, cursor: null };
  #isPartial = false;
  #hasBegun = false;
  #phase: 'unopened' | 'open' | 'ended' = 'unopened';
  #stopped: ExchangeError | null = null;

  constructor(opened: Opened, recorder: ExportRecorder) {
    this.#opened = opened;
    this.#recorder = recorder;
  }

  /** To be called once the beginning is on record. */
  open(): void {
    this.#phase = 'open';
    this.#prepare(Promise.resolve(this.#opened.first));
  }

  /** Lets no further chunk leave. */
  stop(error: ExchangeError): void {
    this.#stopped ??= error;
  }

  /** The next chunk, then the last line, then null. Never rejects. */
  async next(): Promise<readonly Buffer[] | null> {
    const { run } = this.#opened;
    try {
      const chunk = await this.#next;
      if (!chunk) return await this.#end(this.#isPartial ? 'PARTIAL' : 'OK', []);
      this.#recorder.admitted(await run.check());
      if (this.#stopped) throw this.#stopped;
      if (this.#hasEnded()) return null;
      const { bytes, mark, counts } = chunk;
      run.reports.left(counts);
      this.#isPartial ||= mark.errors.length > 0;
      this.#left = mark;
      this.#prepare(this.#fetched);
      return this.#send(bytes);
    } catch (thrown) {
      const error = toExchangeError(thrown);
      return this.#end(error.code, [error]);
    }
  }

  /** To be called where the reader ends it; does nothing after an end. Never rejects. */
  async leave(outcome: Outcome): Promise<void> {
    if (this.#phase === 'unopened') this.#release();
    else if (this.#phase === 'open') await this.#close(outcome, []);
  }

  /** Puts a chunk on record, and fetches the one behind it meanwhile. */
  #prepare(chunk: Awaited): void {
    this.#next = later(chunk.then((fetched) => this.#record(fetched)));
    this.#fetched = later(chunk.then((fetched) => this.#fetchBehind(fetched)));
  }

  async #record(chunk: ExportChunk | null): Awaited {
    if (!chunk || this.#hasEnded()) return null;
    const { counts, mark } = chunk;
    await this.#recorder.append(this.#opened.run.reports.chunk(counts), mark.errors);
    return chunk;
  }

  async #fetchBehind(chunk: ExportChunk | null): Awaited {
    return !chunk || chunk.isLast || this.#hasEnded() ? null : this.#opened.run.next();
  }

  /** What leaves next, behind what stands before everything. */
  #send(bytes: readonly Buffer[]): readonly Buffer[] {
    const all = this.#hasBegun ? bytes : [this.#opened.run.opening, ...bytes];
    this.#hasBegun = true;
    return all.filter(({ length }) => length > 0);
  }

  /** Whether it ended while something was waited for. */
  #hasEnded(): boolean {
    return this.#phase === 'ended';
  }

  /** The last line. Where its end cannot be put on record, it tells of that alone. */
  async #end(
    outcome: Outcome,
    errors: readonly ExchangeError[],
  ): Promise<readonly Buffer[] | null> {
    if (this.#hasEnded()) return null;
    const failure = await this.#close(outcome, errors);
    const told = failure ? { outcome: failure.code, errors: [failure] } : { outcome, errors };
    const { rows, cursor } = this.#left;
    return this.#send([this.#opened.run.end({ ...told, rows, cursor })]);
  }

  /** Puts the end on record; gives the error where that fails. */
  async #close(outcome: Outcome, errors: readonly ExchangeError[]): Promise<ExchangeError | null> {
    this.#release();
    try {
      await this.#recorder.append(this.#opened.run.reports.ended(outcome), errors);
      return null;
    } catch (thrown) {
      const error = toExchangeError(thrown);
      this.#recorder.failed(error);
      return error;
    }
  }

  /** Ends it, and gives its place back once no source is asked for it any more. */
  #release(): void {
    this.#phase = 'ended';
    const { release } = this.#opened;
    this.#fetched.then(release, release);
  }
}
