import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Filter } from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';
import type { Row, SqlValue } from '../../source/row.js';
import { canonical } from '../../source/spelling.js';
import { keysRequest } from '../keysRequest.js';
import type { RowsByKey } from '../rowTree.js';

import { chunk, concatenate } from './chunk.js';
import type { Fetcher } from './fetcher.js';

/** Gives each key its row. Where a source holds both spellings, the canonical one stands for them. */
function byKeys({ to, toIndex }: KeyedFetch, found: readonly Row[]): RowsByKey {
  const byKey = new Map<SqlValue, Row>();
  const several = new Set<SqlValue>();
  for (const row of found) {
    const held = row[toIndex] ?? null;
    const key = canonical(to, held);
    const before = byKey.get(key);
    if (!before || (held === key && before[toIndex] !== key)) {
      byKey.set(key, row);
      several.delete(key);
    } else if (before[toIndex] === held) several.add(key);
  }
  // None of several rows stands for the others.
  for (const key of several) byKey.delete(key);
  return { byKey, several };
}

/** Fetches rows by their keys, in one statement, or one for each chunk of a long list. */
export async function fetchByKeys(
  keyed: KeyedFetch,
  keys: ReadonlySet<Parameter>,
  scope: Filter,
  fetcher: Fetcher,
): Promise<RowsByKey> {
  const { source } = keyed.fetch;
  const { maxKeys } = fetcher.capabilitiesOf(source);
  const chunks = chunk([...keys], maxKeys).map((values) => {
    return fetcher.fetch(source, keysRequest(keyed, scope, values));
  });
  const rows = byKeys(keyed, concatenate(await Promise.all(chunks)));
  fetcher.count(keyed.fetch, rows.byKey.size);
  return rows;
}
