import type { KeyedFetch } from '../plan/rows/fetch.js';
import type { FetchRequest } from '../source/request/fetchRequest.js';
import { allOf, type Filter, type Related } from '../source/request/filter.js';
import { hasKey, type Key } from '../source/request/key.js';

/**
 * Asks for the keys of the rows that meet a link condition. It asks for one row more than allowed,
 * which shows that there are too many. All rows are used or none, so they need no order.
 */
export function relatedRequest(
  { table, to, scope, condition }: Related,
  maxRows: number,
): FetchRequest {
  const filter = allOf([scope, condition]);
  const limit = { kind: 'total', rows: maxRows + 1 } as const;
  return { table, columns: to, filter, orderBy: [], limit };
}

/**
 * Asks for the rows with these keys, for lookups and links alike. Where several rows may have one key, a
 * second one is enough to tell.
 */
export function keysRequest(
  { fetch: { table, columns }, to, isVouched }: KeyTarget,
  scope: Filter,
  keys: readonly Key[],
): FetchRequest {
  const limit = isVouched ? ({ kind: 'each', of: to, rows: 2 } as const) : null;
  return { table, columns, filter: allOf([hasKey(to, keys), scope]), orderBy: [], limit };
}

type KeyTarget = Pick<KeyedFetch, 'fetch' | 'to' | 'isVouched'>;
