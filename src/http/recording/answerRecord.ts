import type { Logger } from 'pino';

import type { ExchangeError } from '../../errors/exchangeError.js';
import { NotUnique } from '../../errors/notUnique.js';
import { toExchangeError } from '../../errors/toExchangeError.js';
import { ValueMismatch } from '../../errors/valueMismatch.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';

import type { EntryDraft } from './entryDraft.js';
import { UnderWay } from './underWay.js';

/**
 * What the log may tell of a cause: its kind and where it was thrown, never its message; of a value at a
 * source, the field, and of rows that are not told apart, the resource.
 */
export function describeCause(cause: unknown): object {
  if (!(cause instanceof Error)) return { type: typeof cause };
  if (cause instanceof ValueMismatch) return { type: cause.name, field: cause.field };
  if (cause instanceof NotUnique) return { type: cause.name, resource: cause.resource };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: cause.name, at: frames.slice(0, 8).map((line) => line.trim()) };
}

/** Puts the entries of answers on record, and tells the log of what failed and of what was noticed. */
export class AnswerRecord {
  readonly underWay = new UnderWay();
  readonly #record: Recorder;
  readonly #catalog: CatalogVersion;
  readonly #logger: Logger;

  constructor(record: Recorder, catalog: CatalogVersion, logger: Logger) {
    this.#record = record;
    this.#catalog = catalog;
    this.#logger = logger;
  }

  /**
   * Resolves once the entry of an answer is durable.
   *
   * @param status of the answer
   * @returns what is answered in its place, where it cannot be put on record
   */
  async put(draft: EntryDraft, status: number): Promise<ExchangeError | null> {
    const { requestId, alerts } = draft;
    this.#log(draft);
    try {
      await this.#record.append(draft.entry(this.#catalog, status), this.underWay.count);
      // If that fails, the same alert is raised once more.
      if (alerts.length > 0) draft.recorded().catch(() => undefined);
      return null;
    } catch (thrown) {
      const error = toExchangeError(thrown);
      const cause = describeCause(error.cause);
      this.#logger.fatal({ requestId, cause }, 'the record cannot be written');
      return error;
    }
  }

  #log({ requestId, causes, alerts }: EntryDraft): void {
    // A field whose values do not fit is one cause, in however many rows.
    for (const cause of new Set(causes)) {
      this.#logger.error({ requestId, cause: describeCause(cause) }, 'failure');
    }
    if (alerts.length === 0) return;
    const of = [...new Set(alerts.map((alert) => alert.of))];
    const told = { requestId, subjects: alerts.length, of };
    this.#logger.warn(told, 'asked for under many grants in a day');
  }
}
