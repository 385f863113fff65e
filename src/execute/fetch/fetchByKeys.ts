import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Filter } from '../../source/request/filter.js';
import { idOfKey, idOfRow, type Key } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';
import { keysRequest } from '../keysRequest.js';
import type { RowsByKey } from '../rowTree.js';

import { chunk, concatenate } from './chunk.js';
import type { Fetcher } from './fetcher.js';
import { keysAtOnce } from './keysAtOnce.js';

/** Gives each key its row. Where a source holds both spellings, the canonical one stands for them. */
function byKeys({ to, toIndexes }: KeyedFetch, found: readonly FetchedRow[]): RowsByKey {
  const byKey = new Map<SqlValue, FetchedRow>();
  const several = new Set<SqlValue>();
  const heldBy = (row: FetchedRow) => idOfKey(toIndexes.map((index) => row.at(index) ?? null));
  for (const row of found) {
    const key = idOfRow(to, toIndexes, row);
    const before = byKey.get(key);
    if (!before) {
      byKey.set(key, row);
      continue;
    }
    const held = heldBy(row);
    if (held === heldBy(before)) several.add(key);
    else if (held === key) {
      byKey.set(key, row);
      several.delete(key);
    }
  }
  // None of several rows stands for the others.
  for (const key of several) byKey.delete(key);
  return { byKey, several };
}

/** Fetches rows by their keys, in one statement, or one for each chunk of a long list. */
export async function fetchByKeys(
  keyed: KeyedFetch,
  keys: readonly Key[],
  scope: Filter,
  fetcher: Fetcher,
): Promise<RowsByKey> {
  const { source } = keyed.fetch;
  const chunks = chunk(keys, keysAtOnce(keyed, fetcher.capabilitiesOf(source))).map((values) => {
    const requestFor = (some: readonly Key[]) => keysRequest(keyed, scope, some);
    return fetcher.fetchKeyed({
      source,
      place: keyed,
      isUnique: !keyed.isVouched,
      bound: scope,
      keys: values,
      requestFor,
    });
  });
  const rows = byKeys(keyed, concatenate(await Promise.all(chunks)));
  fetcher.count(keyed.fetch, rows.byKey.size);
  return rows;
}
