import type { BoundLookup } from '../../plan/roots/lookup.js';
import { spellingsOf } from '../../source/column/canonical.js';
import type { FetchRequest } from '../../source/request/fetchRequest.js';
import type { Key } from '../../source/request/key.js';
import type { FetchedRow } from '../../source/row.js';
import { fetchLinks } from '../fetch/fetchLinks.js';
import type { Fetcher } from '../fetch/fetcher.js';
import { keysRequest } from '../keysRequest.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { RowTree } from '../rowTree.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { notUniqueAt, nullable } from '../write/writing.js';

function lookupRequest({ step, key, filter }: BoundLookup): FetchRequest {
  const { table, columns } = step.fetch;
  const { to, vouchedIndexes } = step;
  // Where a source holds both spellings of the key, the canonical one comes first.
  const spelled = to.filter((column, at) => {
    const part = key[at];
    return part !== undefined && spellingsOf(column, part).length > 1;
  });
  const orderBy = spelled.map((column) => ({ column, direction: 'ASC' }) as const);
  const limit = vouchedIndexes !== null ? ({ kind: 'total', rows: 2 } as const) : null;
  return { table, columns, filter, orderBy, limit };
}

/** Fetches the rows of a key, the one first that holds it as it is spelled. */
async function fetchKey(root: BoundLookup, fetcher: Fetcher): Promise<readonly FetchedRow[]> {
  const { fetch, keyed } = root.step;
  const { source } = fetch;
  const alone = lookupRequest(root);
  if (!keyed || !fetcher.gathersFrom(source)) return fetcher.fetch(source, alone);
  const scope = fetcher.scopeOf(fetch);
  const requestFor = (keys: readonly Key[]) => keysRequest(keyed, scope, keys);
  const found = await fetcher.fetchKeyed({
    source,
    place: keyed,
    isUnique: !keyed.isVouched,
    bound: scope,
    keys: [root.key],
    requestFor,
    alone,
  });
  if (found.length < 2) return found;
  const isSpelled = (row: FetchedRow) =>
    root.key.every((part, at) => row.at(keyed.toIndexes[at] ?? -1) === part);
  return [...found.filter(isSpelled), ...found.filter((row) => !isSpelled(row))];
}

/** What a lookup found: a row in scope, none, or several, of which none stands for the others. */
type Found =
  { readonly kind: 'none' } | { readonly kind: 'several' } | ({ readonly kind: 'one' } & RowTree);

/** Looks up one row; null where none is in scope. */
export const lookup: RootExecutor<BoundLookup, Found> = {
  toRequest: (root) => {
    const { fetch, row } = root.step;
    return { kind: 'rows', name: 'lookup', fetch, rows: [row], request: lookupRequest(root) };
  },

  async fetch(root, fetching) {
    const { fetcher } = fetching;
    const { fetch, vouchedIndexes, row: shape } = root.step;
    fetcher.countKeys(fetch, 1);
    const [row, second] = await fetchKey(root, fetcher);
    if (!row) return { kind: 'none' };
    // A second row may hold the key in its other spelling.
    if (second && vouchedIndexes?.every((index) => row.at(index) === second.at(index))) {
      return { kind: 'several' };
    }
    fetcher.count(fetch, 1);
    return { kind: 'one', row, branches: await fetchLinks(shape, [row], fetching) };
  },

  write({ step }, found, writing) {
    const place = at(null, step.key);
    switch (found.kind) {
      case 'none':
        writing.out.null();
        return;
      case 'several':
        writing.errors.push(notUniqueAt(place, step.fetch.resource.name));
        writing.out.null();
        return;
      case 'one': {
        const write = rowWriter(step.row);
        nullable(writing, () => {
          write(found.row, found.branches, writing, place);
        });
      }
    }
  },
};
