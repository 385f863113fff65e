import { areVouched } from '../../catalog/model/areUnique.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { PlanContext } from '../planContext.js';

import type { ColumnList } from './columnList.js';
import type { Fetch, KeyedFetch } from './fetch.js';
import { keyColumns } from './keyColumns.js';

/** Adds a fetch to the plan. Its columns follow while the shape of its rows is compiled. */
export function openFetch(
  { fetches }: PlanContext,
  { resource, scope }: ResourceDecision,
  { columns }: ColumnList,
): Fetch {
  const { source, table } = resource;
  const fetch: Fetch = { id: fetches.length, resource, source, table, columns, scope };
  fetches.push(fetch);
  return fetch;
}

/**
 * Adds a fetch by the resource's key. The key is read too, because it tells which key found a row.
 */
export function openKeyedFetch(
  context: PlanContext,
  decision: ResourceDecision,
  columns: ColumnList,
): KeyedFetch {
  const { resource } = decision;
  const to = keyColumns(resource);
  const toIndexes = to.map((column) => columns.indexOf(column));
  const isVouched = areVouched(to, resource);
  return { fetch: openFetch(context, decision, columns), to, toIndexes, isVouched };
}
