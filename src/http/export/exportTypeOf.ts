import { ExchangeError } from '../../errors/exchangeError.js';
import type { ExportType } from '../../exchange/export/exportFormats.js';
import { readAccept } from '../wire/readAccept.js';

/** The refusal of a request that accepts no format of exports. */
class NotAcceptable extends ExchangeError {
  override get status(): number {
    return 406;
  }
}

const ranges: readonly (readonly [ExportType, readonly string[]])[] = [
  ['application/x-ndjson', ['application/x-ndjson', 'application/ndjson', 'application/*', '*/*']],
  ['text/csv', ['text/csv', 'text/*', '*/*']],
];

/** Wants the mark of the byte order that Excel needs. */
const withMark = /\btext\/csv\s*;[^,]*\bbom=1\b/i;

/**
 * The format that a request wants most; lines of JSON where it takes any.
 *
 * @throws {ExchangeError} BAD_USER_INPUT where it takes none
 */
export function exportTypeOf(accept = '*/*'): ExportType {
  const accepted = readAccept(accept);
  const wanted = ranges.map(([type, names]) => {
    const named = names.flatMap((name) => accepted.find((range) => range.type === name) ?? []);
    return { type, quality: named[0]?.quality ?? 0 };
  });
  const [best] = [...wanted].sort((one, other) => other.quality - one.quality);
  if (best && best.quality > 0) {
    return best.type === 'text/csv' && withMark.test(accept) ? 'text/csv;bom=1' : best.type;
  }
  throw new NotAcceptable(
    'BAD_USER_INPUT',
    'A request for an export accepts `application/x-ndjson` or `text/csv`; this one does not.',
  );
}
