import type { BoundLookup } from '../../plan/roots/lookup.js';
import type { FetchRequest } from '../../source/fetchRequest.js';
import { fetchLinks } from '../fetch/fetchLinks.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { RowTree } from '../rowTree.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { nullable } from '../write/writing.js';

function lookupRequest({ step, filter }: BoundLookup): FetchRequest {
  const { table, columns } = step.fetch;
  return { table, columns, filter, orderBy: [], limit: null };
}

/** Looks up one row; null where none is in scope. */
export const lookup: RootExecutor<BoundLookup, RowTree | null> = {
  toRequest: (root) => {
    const { fetch, row } = root.step;
    return { kind: 'rows', name: 'lookup', fetch, rows: [row], request: lookupRequest(root) };
  },

  async fetch(root, fetching) {
    const { fetcher } = fetching;
    const { fetch, row: shape } = root.step;
    fetcher.countKeys(fetch, 1);
    const [row] = await fetcher.fetch(fetch.source, lookupRequest(root));
    if (!row) return null;
    fetcher.count(fetch, 1);
    return { row, branches: await fetchLinks(shape, [row], fetching) };
  },

  write({ step }, found, writing) {
    if (!found) return null;
    const write = rowWriter(step.row);
    return nullable(() => write(found.row, found.branches, writing, at(null, step.key)));
  },
};
