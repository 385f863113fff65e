import DataLoader from 'dataloader';

import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { Filter } from '../../source/request/filter.js';
import { distinctKeys, idOfKey, idOfRow, type Key } from '../../source/request/key.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';

type Rows = readonly FetchedRow[];

/** What asks have in common that one statement may answer. */
export interface Common {
  readonly keyed: KeyedFetch;
  /** The client that asks: what it asks for at once is of one share of the source. */
  readonly asker: string;
  /** The row scope, as bound for the requester: minors, the day and its attributes are in it. */
  readonly scope: Filter;
  /** What decides in which rows values are clear, as bound for the requester. */
  readonly tests: readonly Filter[];
  /** The most keys of one statement. */
  readonly atOnce: number;
}

/** Rows that one request asks for by their keys. */
export interface Ask {
  readonly keys: readonly Key[];
  /** Runs the statement of this ask alone. */
  readonly alone: () => Promise<Rows>;
  /** Runs one statement for the keys of several asks. */
  readonly together: (keys: readonly Key[]) => Promise<Rows>;
}

/** The most asks that one statement answers. */
const mostAsks = 64;

type Loader = DataLoader<Ask, Rows>;

async function aloneOrError({ alone }: Ask): Promise<Rows | Error> {
  try {
    return await alone();
  } catch (error) {
    return error instanceof Error ? error : new Error('a statement failed', { cause: error });
  }
}

/** Gives each ask the rows of its own keys. */
function deal(found: Rows, { to, toIndexes }: KeyedFetch, asks: readonly Ask[]): readonly Rows[] {
  const byId = new Map<SqlValue, FetchedRow[]>();
  for (const row of found) {
    const id = idOfRow(to, toIndexes, row);
    const rows = byId.get(id);
    if (rows) rows.push(row);
    else byId.set(id, [row]);
  }
  return asks.map(({ keys }) => keys.flatMap((key) => byId.get(idOfKey(key)) ?? []));
}

/** Answers asks by one statement; where that fails, each by its own, so that nobody learns of another's. */
async function answerTogether(
  asks: readonly Ask[],
  { keyed, atOnce }: Common,
): Promise<readonly (Rows | Error)[]> {
  const [first, ...others] = asks;
  if (!first) return [];
  const keys = distinctKeys(asks.flatMap((ask) => ask.keys));
  if (others.length > 0 && keys.length <= atOnce) {
    try {
      return deal(await first.together(keys), keyed, asks);
    } catch {
      // Each is asked alone now, with a deadline of its own.
    }
  }
  return Promise.all(asks.map(aloneOrError));
}

/**
 * Puts together what requests of one client ask for by keys in one turn of the event loop, where all but the
 * keys is equal. Each gets the rows of its own keys, as if it had asked alone. Nothing is kept beyond the turn.
 */
export class Gatherer {
  readonly #loaders = new Map<KeyedFetch, Map<string, Loader>>();

  /** @throws {ExchangeError} as the statement of the ask alone does */
  rows(common: Common, ask: Ask): Promise<Rows> {
    const { keyed, asker, scope, tests } = common;
    const equal = JSON.stringify([asker, scope, tests]);
    const known = this.#loaders.get(keyed)?.get(equal);
    if (known) return known.load(ask);
    const loader: Loader = new DataLoader(
      (asks) => {
        this.#forget(keyed, equal, loader);
        return answerTogether(asks, common);
      },
      {
        cache: false,
        maxBatchSize: mostAsks,
        // Requests whose bodies came in one turn are asked for together, and nobody waits for another turn.
        batchScheduleFn: (dispatch) => setImmediate(dispatch),
      },
    );
    const ofKeyed = this.#loaders.get(keyed) ?? new Map<string, Loader>();
    ofKeyed.set(equal, loader);
    this.#loaders.set(keyed, ofKeyed);
    return loader.load(ask);
  }

  #forget(keyed: KeyedFetch, equal: string, loader: Loader): void {
    const ofKeyed = this.#loaders.get(keyed);
    if (ofKeyed?.get(equal) !== loader) return;
    ofKeyed.delete(equal);
    if (ofKeyed.size === 0) this.#loaders.delete(keyed);
  }
}
