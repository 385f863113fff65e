import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Capabilities } from '../../source/capabilities.js';
import type { Filter } from '../../source/request/filter.js';
import { idOfKey, idOfRow, type Key } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';
import { keysRequest } from '../keysRequest.js';
import type { RowsByKey } from '../rowTree.js';

import { chunk, concatenate } from './chunk.js';
import type { Fetcher } from './fetcher.js';

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

/** How many keys one statement may hold: each has a value for each of its columns. */
export function keysAtOnce(
  { to }: Pick<KeyedFetch, 'to'>,
  { maxKeys }: Pick<Capabilities, 'maxKeys'>,
): number {
  return Math.max(1, Math.floor(maxKeys / to.length));
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
    return fetcher.fetch(source, keysRequest(keyed, scope, values));
  });
  const rows = byKeys(keyed, concatenate(await Promise.all(chunks)));
  fetcher.count(keyed.fetch, rows.byKey.size);
  return rows;
}
