import type { BoundBatchLookup, BoundLookup } from '../../plan/boundPlan.js';
import { fetchByKeys } from '../fetch/fetchByKeys.js';
import { fetchLinks, type Following } from '../fetch/fetchLinks.js';
import { lookupRequest } from '../fetch/requests.js';
import { assembleRow } from '../write/assembleRow.js';
import { at, nullable, type Assembly, type Json } from '../write/assembly.js';

/** Looks one row up; null where there is none in scope. */
export async function executeLookup(
  lookup: BoundLookup,
  following: Following,
  assembly: Assembly,
): Promise<Json> {
  const { fetcher } = following;
  const { step } = lookup;
  fetcher.countKeys(step.fetch, 1);
  const [row] = await fetcher.fetch(step.fetch.source, lookupRequest(lookup));
  if (!row) return null;
  fetcher.count(step.fetch, 1);
  const level = await fetchLinks(step.row, [row], following);
  return nullable(() => assembleRow(step.row, row, level, assembly, at(null, step.key)));
}

/** Looks many rows up: a row for each key, in the order of the keys; null where there is none in scope. */
export async function executeBatchLookup(
  { step, keys, scope }: BoundBatchLookup,
  following: Following,
  assembly: Assembly,
): Promise<Json> {
  const { fetcher } = following;
  fetcher.countKeys(step.fetch, keys.length);
  const byKey = await fetchByKeys(step, new Set(keys), scope, fetcher);
  const level = await fetchLinks(step.row, [...byKey.values()], following);
  const place = at(null, step.key);
  return keys.map((key, index) => {
    const row = byKey.get(key);
    if (!row) return null;
    return nullable(() => assembleRow(step.row, row, level, assembly, at(place, index)));
  });
}
