import type { BoundRoot, PlannedKind } from '../plan/rootPlanners.js';

import type { Fetching } from './fetch/fetching.js';
import type { SourceRequest, RootExecutor } from './rootExecutor.js';
import { aggregate } from './roots/aggregate.js';
import { batchLookup } from './roots/batchLookup.js';
import { exportRows } from './roots/exportRows.js';
import { list } from './roots/list.js';
import { lookup } from './roots/lookup.js';
import { schema } from './roots/schema.js';
import { statistics } from './roots/statistics.js';
import { verify } from './roots/verify.js';
import type { Writing } from './write/writing.js';

/** Writes the answer of a root from what was fetched. */
export type WriteRoot = (writing: Writing) => void;

/** An executor that keeps the type of what it fetches to itself. */
interface Executor<Bound> {
  readonly toRequest: (root: Bound) => SourceRequest;
  readonly fetch: (root: Bound, fetching: Fetching) => Promise<WriteRoot>;
}

function hideFetched<Bound, Fetched>({
  toRequest,
  fetch,
  write,
}: RootExecutor<Bound, Fetched>): Executor<Bound> {
  return {
    toRequest,
    async fetch(root, fetching) {
      const fetched = await fetch(root, fetching);
      return (writing) => {
        write(root, fetched, writing);
      };
    },
  };
}

/** The executor of every kind of root. */
const executors: { readonly [Kind in PlannedKind]: Executor<BoundRoot<Kind>> } = {
  lookup: hideFetched(lookup),
  batchLookup: hideFetched(batchLookup),
  list: hideFetched(list),
  aggregate: hideFetched(aggregate),
  statistics: hideFetched(statistics),
  verify: hideFetched(verify),
  export: hideFetched(exportRows),
  schema: hideFetched(schema),
};

/** Tells what a root would ask of its source. */
export function toSourceRequest<Kind extends PlannedKind>(root: BoundRoot<Kind>): SourceRequest {
  return executors[root.kind as Kind].toRequest(root);
}

/** Fetches what a root asks for, and gives the function that writes it. */
export function fetchRoot<Kind extends PlannedKind>(
  root: BoundRoot<Kind>,
  fetching: Fetching,
): Promise<WriteRoot> {
  return executors[root.kind as Kind].fetch(root, fetching);
}
