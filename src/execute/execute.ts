import { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { BoundLookup, BoundPlan, BoundRoot } from '../plan/boundPlan.js';

import { assembleNullable, type Assembly, type Json } from './assembleRow.js';
import { executeList } from './executeList.js';
import { fetchLinks } from './fetchLinks.js';
import { Fetcher, type Connectors } from './fetcher.js';
import { introspect } from './introspect.js';

/** What an execution brought: the answer's data, its errors, and how much was read. */
export interface Execution {
  readonly data: { readonly [key: string]: Json };
  readonly errors: readonly ExchangeError[];
  /** Rows fetched, by the name of their resource. */
  readonly rows: ReadonlyMap<string, number>;
  readonly statements: number;
}

async function executeLookup(
  { step, filter }: BoundLookup,
  fetcher: Fetcher,
  assembly: Assembly,
): Promise<Json> {
  const [row] = await fetcher.fetch(step.fetch, { filter, orderBy: null, limit: null });
  if (!row) return null;
  const level = await fetchLinks(step.row, [row], fetcher);
  return assembleNullable(step.row, row, level, assembly, [step.key]);
}

async function executeRoot(
  root: BoundRoot,
  bound: BoundPlan,
  fetcher: Fetcher,
  assembly: Assembly,
): Promise<Json> {
  switch (root.kind) {
    case 'lookup':
      return executeLookup(root, fetcher, assembly);
    case 'list':
      return executeList(root, fetcher, assembly);
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
  const answered = await Promise.all(
    bound.roots.map(async (root) => {
      const { key } = root.step;
      const assembly: Assembly = { errors: [], hashKeys: bound.hashKeys };
      try {
        const value = await executeRoot(root, bound, fetcher, assembly);
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
    statements: fetcher.statements,
  };
}
