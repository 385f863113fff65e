import { ExchangeError } from '../../errors/exchangeError.js';
import type { BoundWhere } from '../../plan/where/boundWhere.js';
import type { SourceName } from '../../shared/brand.js';
import {
  allOf,
  anyOf,
  isRelated,
  negate,
  type Filter,
  type Related,
} from '../../source/request/filter.js';
import { distinctKeys, hasKey, keyOfRow, type Key } from '../../source/request/key.js';
import { relatedRequest } from '../keysRequest.js';

import type { Fetcher } from './fetcher.js';
import { keysAtOnce } from './keysAtOnce.js';

/** Replaces the conditions of one list on other sources by keys. */
class Resolver {
  readonly #fetcher: Fetcher;
  readonly #maxRows: number;
  #rows = 0;

  constructor(fetcher: Fetcher, maxRows: number) {
    this.#fetcher = fetcher;
    this.#maxRows = maxRows;
  }

  /** @param source the source whose rows are filtered */
  async resolve(filter: Filter, source: SourceName): Promise<Filter> {
    switch (filter.kind) {
      case 'everything':
      case 'nothing':
      case 'compare':
      case 'isNull':
      case 'contains':
      case 'has':
        return filter;
      case 'and':
        return allOf(await this.#each(filter.of, source));
      case 'or':
        return anyOf(await this.#each(filter.of, source));
      case 'not':
        return negate(await this.resolve(filter.of, source));
      case 'related': {
        const condition = await this.resolve(filter.condition, source);
        return isRelated('related', { ...filter, condition });
      }
      case 'elsewhere': {
        const condition = await this.resolve(filter.condition, filter.source);
        return hasKey(filter.from, await this.#keys({ ...filter, condition }, source));
      }
      default:
        return filter satisfies never;
    }
  }

  /**
   * Resolves one part after the other, so that all share one limit and the same part always exceeds
   * it.
   */
  async #each(filters: readonly Filter[], source: SourceName): Promise<readonly Filter[]> {
    const resolved: Filter[] = [];
    for (const filter of filters) resolved.push(await this.resolve(filter, source));
    return resolved;
  }

  /**
   * Fetches the keys of the rows in scope that meet a condition. The limit counts rows and not
   * keys: where the key is hidden, so is how many rows have one and how many share one.
   */
  async #keys(related: Related, asking: SourceName): Promise<readonly Key[]> {
    const capabilities = this.#fetcher.capabilitiesOf(asking);
    const shared = Math.min(this.#maxRows, capabilities.maxRelatedKeys);
    // A key of several columns is a condition of its own, so each such link has a bound of its own besides.
    const own = related.to.length > 1 ? keysAtOnce(related, capabilities) : shared;
    const left = Math.min(shared - this.#rows, own);
    const found = await this.#fetcher.fetch(related.source, relatedRequest(related, left));
    if (found.length > left) {
      throw new ExchangeError(
        'LIMIT_EXCEEDED',
        `The conditions of a list may be met by at most ${Math.min(shared, own)} linked rows of other sources; these are met by more.`,
      );
    }
    this.#rows += found.length;
    const places = [...related.from.keys()];
    return distinctKeys(
      found.flatMap((row) => {
        const key = keyOfRow(related.from, places, row);
        return key ? [key] : [];
      }),
    );
  }
}

/**
 * Turns the filter of a list into one that its source can answer, by asking other sources first.
 * Every condition is asked, whatever the other parts of the list bring. Otherwise an error, or its
 * absence, would tell something hidden.
 *
 * @param source the source of the list
 * @throws {ExchangeError} LIMIT_EXCEEDED, SOURCE_UNAVAILABLE, SOURCE_BUSY or SOURCE_TIMEOUT
 */
export async function resolveElsewhere(
  filter: Filter,
  { linkConditions, maxRelatedRows }: BoundWhere,
  source: SourceName,
  fetcher: Fetcher,
): Promise<Filter> {
  if (!linkConditions.some(({ kind }) => kind === 'elsewhere')) return filter;
  return new Resolver(fetcher, maxRelatedRows).resolve(filter, source);
}
