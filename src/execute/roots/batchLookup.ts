import type { BoundBatchLookup } from '../../plan/roots/batchLookup.js';
import type { Row, SqlValue } from '../../source/row.js';
import { fetchByKeys } from '../fetch/fetchByKeys.js';
import { fetchLinks } from '../fetch/fetchLinks.js';
import type { RootExecutor } from '../rootExecutor.js';
import type { Branches } from '../rowTree.js';
import { at } from '../write/path.js';
import { rowWriter } from '../write/rowWriter.js';
import { nullable } from '../write/writing.js';

interface RowsByKey {
  readonly byKey: ReadonlyMap<SqlValue, Row>;
  readonly branches: Branches;
}

/** Looks up many rows, in the order of their keys; null for a key without a row in scope. */
export const batchLookup: RootExecutor<BoundBatchLookup, RowsByKey> = {
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
    const byKey = await fetchByKeys(step, new Set(keys), scope, fetcher);
    return { byKey, branches: await fetchLinks(step.row, [...byKey.values()], fetching) };
  },

  write({ step, keys }, { byKey, branches }, writing) {
    const write = rowWriter(step.row);
    const place = at(null, step.key);
    return keys.map((key, index) => {
      const row = byKey.get(key);
      return row ? nullable(() => write(row, branches, writing, at(place, index))) : null;
    });
  },
};
