import type { BoundLookup } from '../../plan/roots/lookup.js';
import type { FetchRequest } from '../../source/fetchRequest.js';
import { spellingsOf } from '../../source/spelling.js';
import { fetchLinks } from '../fetch/fetchLinks.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { RowTree } from '../rowTree.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { nullable } from '../write/writing.js';

function lookupRequest({ step, key, filter }: BoundLookup): FetchRequest {
  const { table, columns, resource } = step.fetch;
  const column = resource.fields.get(resource.key)?.column;
  // Where a source holds both spellings of the key, the canonical one comes first.
  const isSpelled = column !== undefined && spellingsOf(column, key).length > 1;
  const orderBy = isSpelled ? [{ column, direction: 'ASC' } as const] : [];
  return { table, columns, filter, orderBy, limit: null };
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
