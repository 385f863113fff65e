import { ExchangeError } from '../../errors/exchangeError.js';
import { exportFormats, type ExportType } from '../../exchange/export/exportFormats.js';
import { readAccept } from '../wire/readAccept.js';

/** The refusal of a request that accepts no format of exports. */
class NotAcceptable extends ExchangeError {
  override get status(): number {
    return 406;
  }
}

const types = Object.keys(exportFormats) as readonly ExportType[];

/**
 * The format that a request wants most; the first of all where it takes any.
 *
 * @throws {ExchangeError} BAD_USER_INPUT where it takes none
 */
export function exportTypeOf(accept = '*/*'): ExportType {
  const ranges = readAccept(accept);
  const wanted = types.map((type) => {
    const [main = ''] = type.split('/');
    const named = [type, `${main}/*`, '*/*'].map((name) =>
      ranges.find((range) => range.type === name),
    );
    return { type, quality: named.find((range) => range !== undefined)?.quality ?? 0 };
  });
  const [best] = [...wanted].sort((one, other) => other.quality - one.quality);
  if (best && best.quality > 0) return best.type;
  throw new NotAcceptable(
    'BAD_USER_INPUT',
    `A request for an export accepts ${types.map((type) => `\`${type}\``).join(' or ')}; this one does not.`,
  );
}
