import type { Logger } from 'pino';

import type { ExchangeError } from '../../errors/exchangeError.js';
import type { Admission } from '../../exchange/admission.js';
import type { Report } from '../../exchange/answer.js';
import type { Recorder } from '../../record/entry/recorder.js';
import type { CatalogVersion } from '../../shared/brand.js';
import { describeCause } from '../recording/answerRecord.js';
import type { EntryDraft } from '../recording/entryDraft.js';

/** Puts on record what follows the beginning of an export, under the request's id. */
export class ExportRecorder {
  readonly #draft: EntryDraft;
  readonly #record: Recorder;
  readonly #catalog: CatalogVersion;
  readonly #logger: Logger;

  constructor(
    draft: EntryDraft,
    {
      record,
      catalog,
      logger,
    }: {
      readonly record: Recorder;
      readonly catalog: CatalogVersion;
      readonly logger: Logger;
    },
  ) {
    this.#draft = draft;
    this.#record = record;
    this.#catalog = catalog;
    this.#logger = logger;
  }

  /** Under which admission the next chunk leaves. */
  admitted(admission: Admission): void {
    this.#draft.admitted(admission);
  }

  /**
   * Resolves once the entry of a part is durable.
   *
   * @param errors what was wrong in it, or ended it; the log tells their causes
   * @throws {ExchangeError} NOT_READY where it cannot be made durable
   */
  async append(report: Report, errors: readonly ExchangeError[]): Promise<void> {
    const { requestId } = this.#draft;
    for (const cause of new Set(errors.flatMap((error) => error.cause ?? []))) {
      this.#logger.error({ requestId, cause: describeCause(cause) }, 'failure');
    }
    this.#draft.answered(report, []);
    const entry = { ...this.#draft.entry(this.#catalog, 200), at: new Date().toISOString() };
    // From here on, since what ends it may be told elsewhere before its entry is durable.
    this.#draft.hasEnded ||= report.export?.step === 'ABORT' || report.export?.step === 'CLOSE';
    await this.#record.append(entry);
  }

  /** Says that the entry of an end could not be made durable. */
  failed({ cause }: ExchangeError): void {
    const { requestId } = this.#draft;
    this.#logger.fatal({ requestId, cause: describeCause(cause) }, 'the record cannot be written');
  }
}
