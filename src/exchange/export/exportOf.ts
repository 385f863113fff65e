import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { BoundExport } from '../../plan/roots/exportRows.js';

/**
 * The export that an operation asks for; null where it asks for none.
 *
 * @throws {ExchangeError} BAD_USER_INPUT where it asks for more beside
 */
export function exportOf({ roots }: BoundPlan): BoundExport | null {
  const found = roots.find((root) => root.kind === 'export');
  if (!found) return null;
  if (roots.length === 1) return found;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    'An operation that exports asks for one export and nothing beside; this one asks for more.',
  );
}

/** Refuses to answer an export, or to export an answer: each has an address of its own. */
export const atItsAddress = (isExport: boolean): ExchangeError =>
  new ExchangeError(
    'BAD_USER_INPUT',
    isExport
      ? 'An export is asked for by a POST to `/export`; this operation asks for one elsewhere.'
      : 'A POST to `/export` asks for an export, by a root field whose name ends in `Export`; this operation asks for none.',
  );
