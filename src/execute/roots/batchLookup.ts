import type { BoundBatchLookup } from '../../plan/roots/batchLookup.js';
import { distinctKeys, idOfKey } from '../../source/request/key.js';
import { fetchByKeys } from '../fetch/fetchByKeys.js';
import { fetchLinks } from '../fetch/fetchLinks.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { Branches, RowsByKey } from '../rowTree.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { writeList } from '../write/writeList.js';
import { notUniqueAt, nullable } from '../write/writing.js';

interface Found extends RowsByKey {
  readonly branches: Branches;
}

/** Looks up many rows, in the order of their keys; null for a key without a row in scope. */
export const batchLookup: RootExecutor<BoundBatchLookup, Found> = {
  toRequest: ({ step, scope }) => ({
    kind: 'keys',
    name: 'batch lookup',
    keyed: step,
    scope,
    rows: [step.row],
    compared: [],
  }),

  async fetch({ step, keys, scope }, fetching) {
    const { fetcher } = fetching;
    fetcher.countKeys(step.fetch, keys.length);
    const found = await fetchByKeys(step, distinctKeys(keys), scope, fetcher);
    return { ...found, branches: await fetchLinks(step.row, [...found.byKey.values()], fetching) };
  },

  write({ step, keys }, { byKey, several, branches }, writing) {
    const write = rowWriter(step.row);
    const place = at(null, step.key);
    writeList(keys, writing, (key, index) => {
      const id = idOfKey(key);
      const row = byKey.get(id);
      if (several.has(id)) {
        writing.errors.push(notUniqueAt(at(place, index), step.fetch.resource.name));
      }
      if (!row) writing.out.null();
      else
        nullable(writing, () => {
          write(row, branches, writing, at(place, index));
        });
    });
  },
};
