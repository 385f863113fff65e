import { describe, expect, it } from '@jest/globals';

import { MysqlConnector } from '../../../src/sources/mysql/mysqlConnector.js';
import { inArrays } from '../../support/inArrays.js';
import { failureOf } from '../defineFailures.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

export function defineCancelling(): void {
  describe('a statement that takes too long', () => {
    const open = useDatabase(
      5_000,
      'CREATE TABLE t (id INT PRIMARY KEY)',
      'INSERT INTO t SELECT seq FROM seq_1_to_20',
      // A view that takes as long as its reader is patient.
      'CREATE VIEW slow AS SELECT id, SLEEP(2) AS slept FROM t',
    );
    const running = async () =>
      open().database.query(
        `SELECT INFO FROM information_schema.PROCESSLIST
          WHERE DB = ? AND COMMAND <> 'Sleep' AND INFO LIKE '%slow%' AND ID <> CONNECTION_ID()`,
        [open().database.name],
      );

    it('is ended at the server too, and leaves its connection fit', async () => {
      const slept = await open().column('slow', 'slept');
      const connector = inArrays(new MysqlConnector({ url: open().database.url, timeout: 200 }));
      const fetch = connector.fetch(requestOf('slow', { columns: [slept] }));
      const failure = failureOf(fetch);
      await eventually(async () => {
        expect(await running()).toHaveLength(1);
      });
      expect(await failure).toBe('SOURCE_TIMEOUT');
      await eventually(async () => {
        expect(await running()).toEqual([]);
      });
      const id = await open().column('t', 'id');
      expect(await connector.fetch(requestOf('t', { columns: [id] }))).toHaveLength(20);
      await connector.close();
    });

    it('is ended without ever ending another: 300 among 3,000', async () => {
      const id = await open().column('t', 'id');
      // At the deadline some statements are under way, some on their way back, some waiting.
      const hasty = inArrays(new MysqlConnector({ url: open().database.url, timeout: 3 }));
      const calm = inArrays(new MysqlConnector({ url: open().database.url, timeout: 10_000 }));
      const slept = await open().column('slow', 'slept');
      const outcomes = { ended: 0, answered: 0, failed: 0 };
      const ask = async (round: number): Promise<void> => {
        const isSlow = round % 10 === 0;
        const request = isSlow
          ? requestOf('slow', { columns: [slept] })
          : requestOf('t', { columns: [id], orderBy: [{ column: id, direction: 'ASC' }] });
        try {
          const connector = isSlow || round % 10 < 5 ? hasty : calm;
          expect(first(await connector.fetch(request)).length).toBe(20);
          outcomes.answered++;
        } catch (error) {
          // A wrong victim would fail as unavailable, or lack rows.
          const { code } = error as { readonly code?: string };
          if (code === 'SOURCE_TIMEOUT') outcomes.ended++;
          else outcomes.failed++;
        }
      };
      for (let round = 0; round < 3_000; round += 20) {
        await Promise.all(Array.from({ length: 20 }, (_, at) => ask(round + at)));
      }
      expect(outcomes.failed).toBe(0);
      expect(outcomes.ended).toBeGreaterThanOrEqual(300);
      expect(outcomes.answered).toBeGreaterThanOrEqual(1_500);
      await eventually(async () => {
        expect(await running()).toEqual([]);
      });
      await Promise.all([hasty.close(), calm.close()]);
    }, 60_000);
  });
}

/** Tries again until it holds, or five seconds have gone. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + 5_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
