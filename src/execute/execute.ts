import { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import type { BoundRoot } from '../plan/rootPlanners.js';
import type { Json } from '../value/scalarType.js';

import { Fetcher, type Connectors } from './fetch/fetcher.js';
import type { Fetching } from './fetch/fetching.js';
import { fetchRoot, type WriteRoot } from './fetchRoot.js';
import type { Writing } from './write/writing.js';

/** The result of an execution: data, errors, and how much was read. */
export interface Execution {
  readonly data: { readonly [key: string]: Json };
  readonly errors: readonly ExchangeError[];
  /** Rows fetched, by resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

/** The result of one root. */
interface Answered {
  readonly key: string;
  readonly value: Json;
  readonly errors: readonly ExchangeError[];
}

/** The result of a failed root: null, with an error at its path. */
function failed(key: string, thrown: unknown): Answered {
  const { code, message, cause } = toExchangeError(thrown);
  return { key, value: null, errors: [new ExchangeError(code, message, { path: [key], cause })] };
}

/** Fetches a root. A failure is thrown later, when the root is written. */
async function fetchOrFail(root: BoundRoot, fetching: Fetching): Promise<WriteRoot> {
  try {
    return await fetchRoot(root, fetching);
  } catch (thrown) {
    return () => {
      throw thrown;
    };
  }
}

function writeOrFail(key: string, write: WriteRoot, { hashKeys }: BoundPlan): Answered {
  const writing: Writing = { errors: [], hashKeys };
  try {
    return { key, value: write(writing), errors: writing.errors };
  } catch (thrown) {
    return failed(key, thrown);
  }
}

/**
 * Executes a bound plan: fetches its roots in parallel, then writes the answer. A root that fails
 * becomes null, with an error at its path, and the others are answered. Never rejects.
 */
export async function execute(bound: BoundPlan, connectors: Connectors): Promise<Execution> {
  const fetcher = new Fetcher(connectors, bound);
  const fetched = await Promise.all(
    bound.roots.map(async (root) => ({
      key: root.step.key,
      write: await fetchOrFail(root, { fetcher, bound }),
    })),
  );
  // Written in the order of the roots, not in the order in which they ended, so that equal data
  // gives equal answers.
  const answered = fetched.map(({ key, write }) => writeOrFail(key, write, bound));
  return {
    data: Object.fromEntries(answered.map(({ key, value }) => [key, value])),
    errors: answered.flatMap(({ errors }) => errors),
    rows: fetcher.rows,
    keys: fetcher.keys,
    statements: fetcher.statements,
  };
}
