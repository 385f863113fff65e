import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { ExchangeError } from '../../src/errors/exchangeError.js';
import type { Row } from '../../src/source/row.js';

import { useShelf } from './shelf.js';
import type { SourceKind } from './source.js';

/** The failure of a fetch: a deliberate one, that says nothing beyond its code's sentence. */
export async function failureOf(fetch: Promise<unknown>): Promise<string> {
  const error: unknown = await fetch.then(
    () => new Error('the fetch did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ExchangeError)) throw error;
  expect(error.cause).toBeUndefined();
  expect(error.message).toBe(new ExchangeError(error.code).message);
  // Nor in any property that it carries; the stack is ours, without the driver's frames' words.
  expect(inspect(error, { showHidden: true, depth: 5 })).not.toMatch(
    /SELECT|secret|127\.0\.0\.1|nowhere|ECONN|sqlMessage|shelf/,
  );
  return error.code;
}

export function defineFailures(kind: SourceKind): void {
  describe('a source that cannot answer', () => {
    const shelf = useShelf(kind, { columns: { n: kind.columns.integer }, rows: [[1, 1]] });

    it('is unavailable where there is none', async () => {
      const connector = kind.absent();
      const request = { table: 'secret', columns: [], orderBy: [], limit: null };
      const fetch = connector.fetch({ ...request, filter: { kind: 'everything' } });
      expect(await failureOf(fetch)).toBe('SOURCE_UNAVAILABLE');
      expect(await failureOf(connector.shape())).toBe('SOURCE_UNAVAILABLE');
      await connector.close();
      expect(await connector.fetch({ ...request, filter: { kind: 'nothing' } })).toEqual([]);
    });

    it('is unavailable where a table or a column has gone, and answers all else', async () => {
      const gone = { ...shelf().column('n'), name: 'secret' };
      expect(await failureOf(shelf().fetch({ columns: [gone] }))).toBe('SOURCE_UNAVAILABLE');
      expect(await failureOf(shelf().fetch({ table: 'secret' }))).toBe('SOURCE_UNAVAILABLE');
      expect(await shelf().ids({})).toEqual([1]);
    });

    it('is unavailable once closed', async () => {
      const connector = shelf().source.open(1_000);
      await connector.shape();
      await connector.close();
      expect(await failureOf(connector.shape())).toBe('SOURCE_UNAVAILABLE');
    });

    it('is given up at its deadline, and answers once it can', async () => {
      const connector = shelf().source.open(300);
      const request = {
        table: shelf().table,
        columns: [shelf().column('id')],
        filter: { kind: 'everything' },
        orderBy: [],
        limit: null,
      } as const;
      await connector.fetch(request);
      const release = await shelf().source.stall(shelf().table);
      const started = performance.now();
      try {
        const fetches: readonly Promise<readonly Row[]>[] = [1, 2, 3].map(() =>
          connector.fetch(request),
        );
        expect(await Promise.all(fetches.map(failureOf))).toEqual(Array(3).fill('SOURCE_TIMEOUT'));
        expect(performance.now() - started).toBeLessThan(2_000);
      } finally {
        await release();
      }
      expect(await answered(() => connector.fetch(request))).toEqual([[1]]);
      await connector.close();
    });
  });
}

/** A source that cannot cancel is still busy with what was given up. */
async function answered<T>(fetch: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 30; attempt++) {
    try {
      return await fetch();
    } catch {
      // Not yet.
    }
  }
  return fetch();
}
