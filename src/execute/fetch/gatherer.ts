import DataLoader from 'dataloader';

import type { KeyedFetch } from '../../plan/rows/fetch.js';
import type { ManyLinkEntry } from '../../plan/rows/rowShape.js';
import type { Filter } from '../../source/request/filter.js';
import { distinctKeys, idOfKey, type Key } from '../../source/request/key.js';
import type { FetchedRow } from '../../source/row.js';

import { concatenate } from './chunk.js';
import { rowsByKey } from './rowsByKey.js';

type Rows = readonly FetchedRow[];

/** A place of a plan where rows are fetched by keys that they bring. Equal plans are one object. */
export type KeyedPlace = KeyedFetch | ManyLinkEntry;

/** What asks have in common that one statement may answer. */
export interface Common {
  readonly place: KeyedPlace;
  /** The client that asks: what it asks for at once is of one share of the source. */
  readonly asker: string;
  /**
   * All else that a statement is made of: the row scope, as bound for the requester, which minors, the day and
   * its attributes are in; of pages, their conditions, order and size too. None of it changes.
   */
  readonly bound: object;
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
  /** Whether one statement for so many keys is still a light one. */
  readonly isLight: (keys: readonly Key[]) => boolean;
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

/** What is bound is the same for many asks, and is written out once. */
const writtenOut = new WeakMap<object, string>();

/** Tells what is bound apart from all else; one is as long as it says. */
function inFull(bound: object): string {
  const known = writtenOut.get(bound);
  if (known !== undefined) return known;
  const json = JSON.stringify(bound);
  const text = `${json.length} ${json}`;
  writtenOut.set(bound, text);
  return text;
}

/** Gives each ask the rows of its own keys. */
function deal(found: Rows, place: KeyedPlace, asks: readonly Ask[]): readonly Rows[] {
  const byKey = rowsByKey(found, place);
  return asks.map(({ keys }) => {
    const rows: FetchedRow[] = [];
    for (const key of keys) {
      for (const row of byKey.get(idOfKey(key)) ?? []) rows.push(row);
    }
    return rows;
  });
}

/** Answers asks by one statement; where that fails, each by its own, so that nobody learns of another's. */
async function answerTogether(
  asks: readonly Ask[],
  { place, atOnce }: Common,
): Promise<readonly (Rows | Error)[]> {
  const [first] = asks;
  if (!first) return [];
  if (asks.length === 1) return [await aloneOrError(first)];
  const keys = distinctKeys(concatenate(asks.map((ask) => ask.keys)));
  if (keys.length <= atOnce && first.isLight(keys)) {
    try {
      return deal(await first.together(keys), place, asks);
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
  readonly #loaders = new Map<KeyedPlace, Map<string, Loader>>();

  /** @throws {ExchangeError} as the statement of the ask alone does */
  rows(common: Common, ask: Ask): Promise<Rows> {
    const { place, asker, bound, tests } = common;
    const equal = `${asker.length} ${asker}${inFull(bound)}${inFull(tests)}`;
    const known = this.#loaders.get(place)?.get(equal);
    if (known) return known.load(ask);
    const loader: Loader = new DataLoader(
      (asks) => {
        this.#forget(place, equal, loader);
        return answerTogether(asks, common);
      },
      {
        cache: false,
        maxBatchSize: mostAsks,
        // Requests whose bodies came in one turn are asked for together, and nobody waits for another turn.
        batchScheduleFn: (dispatch) => setImmediate(dispatch),
      },
    );
    const ofPlace = this.#loaders.get(place) ?? new Map<string, Loader>();
    ofPlace.set(equal, loader);
    this.#loaders.set(place, ofPlace);
    return loader.load(ask);
  }

  #forget(place: KeyedPlace, equal: string, loader: Loader): void {
    const ofPlace = this.#loaders.get(place);
    if (ofPlace?.get(equal) !== loader) return;
    ofPlace.delete(equal);
    if (ofPlace.size === 0) this.#loaders.delete(place);
  }
}
