import { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { BoundList, BoundPlan, BoundRoot } from '../plan/boundPlan.js';

import { fetchShapes, type Following } from './fetch/fetchLinks.js';
import { fetchPage } from './fetch/fetchPages.js';
import { Fetcher, type Connectors } from './fetch/fetcher.js';
import { resolveElsewhere } from './fetch/resolveElsewhere.js';
import { executeAggregate } from './roots/executeAggregate.js';
import { executeBatchLookup, executeLookup } from './roots/executeLookup.js';
import { executeStatistics } from './roots/executeStatistics.js';
import { executeVerify } from './roots/executeVerify.js';
import { introspect } from './roots/introspect.js';
import { assembleConnection } from './write/assembleConnection.js';
import { nodesOf } from './write/assembleRow.js';
import { at, nullable, type Assembly, type Json } from './write/assembly.js';

/** What an execution brought: the answer's data, its errors, and how much was read. */
export interface Execution {
  readonly data: { readonly [key: string]: Json };
  readonly errors: readonly ExchangeError[];
  /** Rows fetched, by the name of their resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by the name of their resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

async function executeList(
  key: string,
  list: BoundList,
  following: Following,
  assembly: Assembly,
): Promise<Json> {
  const { source } = list.step.fetch;
  const { fetcher } = following;
  const filter = await resolveElsewhere(list.filter, list.where, source, fetcher);
  const page = await fetchPage({ ...list, filter }, fetcher);
  const nodes = nodesOf(await fetchShapes(list.step, page.rows, following), assembly);
  return nullable(() => assembleConnection(list, page, nodes, assembly, at(null, key)));
}

async function executeRoot(
  root: BoundRoot,
  bound: BoundPlan,
  following: Following,
  assembly: Assembly,
): Promise<Json> {
  switch (root.kind) {
    case 'lookup':
      return executeLookup(root, following, assembly);
    case 'batchLookup':
      return executeBatchLookup(root, following, assembly);
    case 'verify':
      return executeVerify(root, following.fetcher);
    case 'list':
      return executeList(root.step.key, root.list, following, assembly);
    case 'aggregate':
      return executeAggregate(root, following.fetcher, assembly);
    case 'statistics':
      return executeStatistics(root, following.fetcher);
    case 'other': {
      const { step } = root;
      if (step.kind === 'typename') return step.name;
      return step.kind === 'introspection' ? introspect(step, bound) : null;
    }
  }
}

/**
 * Walks a bound plan. Roots run beside each other; one that fails is null, with its error at its
 * path, and costs the others nothing. Never rejects.
 */
export async function execute(bound: BoundPlan, connectors: Connectors): Promise<Execution> {
  const fetcher = new Fetcher(connectors, bound.scopes);
  const following: Following = { fetcher, links: bound.links };
  const answered = await Promise.all(
    bound.roots.map(async (root) => {
      const { key } = root.step;
      const assembly: Assembly = { errors: [], hashKeys: bound.hashKeys };
      try {
        const value = await executeRoot(root, bound, following, assembly);
        return { key, value, errors: assembly.errors };
      } catch (thrown) {
        const { code, message, cause } = toExchangeError(thrown);
        const error = new ExchangeError(code, message, { path: [key], cause });
        return { key, value: null, errors: [error] };
      }
    }),
  );
  return {
    data: Object.fromEntries(answered.map(({ key, value }) => [key, value])),
    // In the order of the roots, not of their ends, so that equal worlds give equal answers.
    errors: answered.flatMap(({ errors }) => errors),
    rows: fetcher.rows,
    keys: fetcher.keys,
    statements: fetcher.statements,
  };
}
