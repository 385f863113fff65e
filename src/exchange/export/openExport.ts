import { toExchangeError } from '../../errors/toExchangeError.js';
import { toRefusal, type Answer } from '../answer.js';

import { exportFormats, type ExportType } from './exportFormats.js';
import { ExportRun, type ExportChunk, type ExportParts } from './exportRun.js';
import type { ExportSlots } from './exportSlots.js';

/** An export whose first chunk was fetched, or its refusal. */
export type OpenedExport =
  | {
      readonly kind: 'opened';
      readonly run: ExportRun;
      readonly first: ExportChunk;
      /** To be called once the export has ended, however it did. */
      readonly release: () => void;
    }
  | { readonly kind: 'refused'; readonly answer: Answer };

/**
 * Begins an export. The first chunk is fetched before anything is answered, so that what fails at once is an
 * ordinary refusal. Never rejects.
 */
export async function openExport(
  parts: ExportParts,
  type: ExportType,
  slots: ExportSlots,
): Promise<OpenedExport> {
  const { admission, plan } = parts;
  const planned = plan(admission);
  if (planned.kind === 'refused') {
    return { kind: 'refused', answer: toRefusal(planned.errors, planned.hash) };
  }
  let release: () => void = () => undefined;
  try {
    const run = new ExportRun(parts, planned, exportFormats[type]);
    release = slots.take(planned.bound.asker);
    return { kind: 'opened', run, first: await run.next(), release };
  } catch (thrown) {
    release();
    return { kind: 'refused', answer: toRefusal([toExchangeError(thrown)], planned.hash) };
  }
}
