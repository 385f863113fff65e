import type { Contract } from '../../contract/contract.js';
import type { ResourceDecision } from '../../policy/model/decisions.js';
import type { Column } from '../../source/column.js';
import type { Inclusion } from '../operation/collectFields.js';
import type { ResolvedOperation } from '../operation/resolveOperation.js';
import type { Fetch, KeyedEntry, KeyedFetch, ListStep } from '../queryPlan.js';

/** What the compilation of one plan carries through its levels. */
export interface PlanContext {
  readonly contract: Contract;
  readonly resolved: ResolvedOperation;
  readonly inclusion: Inclusion;
  /** Every fetch so far; a fetch's id is its place here. */
  readonly fetches: Fetch[];
  /** Every list so far. */
  readonly lists: ListStep[];
  /** Every value under a keyed mask so far. */
  readonly keyed: KeyedEntry[];
}

/** The columns that a fetch reads, each once, in the order in which they were asked for. */
export class ColumnList {
  readonly columns: Column[] = [];

  indexOf(column: Column): number {
    const known = this.columns.findIndex(({ name }) => name === column.name);
    return known >= 0 ? known : this.columns.push(column) - 1;
  }
}

/** Adds the column of a resource's key to those that are read. */
export function openKey(
  { resource }: ResourceDecision,
  columns: ColumnList,
): Omit<KeyedFetch, 'fetch'> {
  const to = resource.fields.get(resource.key)?.column;
  if (!to) throw new TypeError('a resource has no key');
  return { to, toIndex: columns.indexOf(to) };
}

/** Adds a fetch to the plan; its columns are added as the shape of its rows is compiled. */
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
