import { ExchangeError } from '../errors/exchangeError.js';
import { toExchangeError } from '../errors/toExchangeError.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import type { BoundRoot } from '../plan/rootPlanners.js';

import { Fetcher, type Connectors } from './fetch/fetcher.js';
import type { Fetching } from './fetch/fetching.js';
import type { Gatherer } from './fetch/gatherer.js';
import { fetchRoot, type WriteRoot } from './fetchRoot.js';
import { JsonOut } from './write/jsonOut.js';
import { objectWriter } from './write/objectWriter.js';
import { at } from './write/path.js';
import type { Writing } from './write/writing.js';

/** The result of an execution: data, errors, and how much was read. */
export interface Execution {
  /** An object, as JSON in UTF-8. */
  readonly data: Buffer;
  readonly errors: readonly ExchangeError[];
  /** Rows fetched, by resource. */
  readonly rows: ReadonlyMap<string, number>;
  /** Keys looked up, found or not, by resource. */
  readonly keys: ReadonlyMap<string, number>;
  readonly statements: number;
}

/** A fetched root, by its response key. */
interface Fetched {
  readonly key: string;
  readonly write: WriteRoot;
}

/** Answers are written one after the other, and none waits for anything, so one memory serves them all. */
const out = new JsonOut();

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

/** Writes a root. Where that fails, the root becomes null, and its only error is that failure. */
function writeOrFail({ key, write }: Fetched, writing: Writing): void {
  const { errors } = writing;
  const [length, before] = [out.length, errors.length];
  try {
    write(writing);
  } catch (thrown) {
    out.cut(length);
    out.null();
    const { code, message, cause } = toExchangeError(thrown);
    errors.splice(before, Infinity, new ExchangeError(code, message, { path: [key], cause }));
  }
}

/** Writes the answer, in the order of the roots and not in that in which they ended, so that equal data gives equal answers. */
function write(
  fetched: readonly Fetched[],
  { hashKeys }: BoundPlan,
): Pick<Execution, 'data' | 'errors'> {
  const writing: Writing = { out, errors: [], hashKeys };
  out.cut(0);
  const members = fetched.map((root) => ({
    key: root.key,
    write: () => {
      writeOrFail(root, writing);
    },
  }));
  objectWriter<null, null>(members)(null, null, writing, at(null, ''));
  return { data: out.take(), errors: writing.errors };
}

/**
 * Executes a bound plan: fetches its roots in parallel, then writes the answer. A root that fails
 * becomes null, with an error at its path, and the others are answered. Never rejects.
 *
 * @param gatherer puts together what requests of one client ask for in one moment; without it, each asks alone
 */
export async function execute(
  bound: BoundPlan,
  connectors: Connectors,
  gatherer?: Gatherer,
): Promise<Execution> {
  const fetcher = new Fetcher(connectors, bound, gatherer);
  const fetched = await Promise.all(
    bound.roots.map(async (root) => ({
      key: root.step.key,
      write: await fetchOrFail(root, { fetcher, bound }),
    })),
  );
  const { data, errors } = write(fetched, bound);
  const { rows, keys, statements } = fetcher;
  return { data, errors, rows, keys, statements };
}
