import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Filter } from '../../source/filter.js';
import type { Parameter } from '../../source/parameter.js';
import type { Row, SqlValue } from '../../source/row.js';
import { canonical } from '../../source/spelling.js';
import { keysRequest } from '../keysRequest.js';

import { chunk, concatenate } from './chunk.js';
import type { Fetcher } from './fetcher.js';

/** Fetches rows by their keys, in one statement, or one for each chunk of a long list. */
export async function fetchByKeys(
  keyed: KeyedFetch,
  keys: ReadonlySet<Parameter>,
  scope: Filter,
  fetcher: Fetcher,
): Promise<ReadonlyMap<SqlValue, Row>> {
  const { source } = keyed.fetch;
  const { maxKeys } = fetcher.capabilitiesOf(source);
  const chunks = chunk([...keys], maxKeys).map((values) => {
    return fetcher.fetch(source, keysRequest(keyed, scope, values));
  });
  const found = concatenate(await Promise.all(chunks));
  fetcher.count(keyed.fetch, found.length);
  const byKey = new Map<SqlValue, Row>();
  for (const row of found) {
    const held = row[keyed.toIndex] ?? null;
    const key = canonical(keyed.to, held);
    // Where a source holds both spellings, the canonical one stands for them.
    if (held === key || !byKey.has(key)) byKey.set(key, row);
  }
  return byKey;
}
