import { defaultPageSize } from '../../contract/types/listConfig.js';
import { ExchangeError } from '../../errors/exchangeError.js';
import type { Order } from '../../source/request/fetchRequest.js';
import type { Limits } from '../limits.js';

import type { BoundPage } from './boundList.js';
import type { Cursors } from './cursors.js';
import { afterPosition, reversed } from './position.js';

type Arguments = Readonly<Record<string, unknown>>;

function readSize(name: 'first' | 'last', size: unknown, { maxPageSize }: Limits): number {
  if (typeof size === 'number' && size >= 0 && size <= maxPageSize) return size;
  throw new ExchangeError(
    typeof size === 'number' && size > maxPageSize ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT',
    `\`${name}\` is a whole number from 0 to ${maxPageSize}.`,
  );
}

/**
 * Refuses a page asked for from both ends, because few would guess what Relay's algorithm makes of
 * the two together.
 */
function checkOneEnd({ first, after, last, before }: Arguments): void {
  const forward = [first, after].some((argument) => argument != null);
  const backward = [last, before].some((argument) => argument != null);
  if (!backward || (!forward && last != null)) return;
  throw new ExchangeError(
    'BAD_USER_INPUT',
    'A page is asked for by `first` and `after`, or from the other end by `last` and `before`; this one states ' +
      (forward ? 'some of both.' : '`before` without `last`.'),
  );
}

/** Binds Relay's arguments to the rows that are wanted (Connections Specification, 4). */
export function bindPage(
  given: Arguments,
  order: readonly Order[],
  cursors: Cursors,
  limits: Limits,
): BoundPage {
  checkOneEnd(given);
  const { first, after, last, before } = given;
  const isBackward = last != null;
  const size = isBackward
    ? readSize('last', last, limits)
    : readSize('first', first ?? defaultPageSize, limits);
  const [argument, cursor] = isBackward
    ? (['before', before] as const)
    : (['after', after] as const);
  if (typeof cursor !== 'string') return { size, isBackward, beyond: null };
  const place = cursors.open(cursor, argument);
  return { size, isBackward, beyond: afterPosition(isBackward ? reversed(order) : order, place) };
}
