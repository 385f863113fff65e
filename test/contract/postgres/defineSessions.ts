import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { isIn } from '../../../src/source/request/filter.js';
import { SourceUnreachable } from '../../../src/sources/gate/sourceUnreachable.js';
import { PostgresConnector } from '../../../src/sources/postgres/postgresConnector.js';
import { openSilentProxy } from '../../support/silentProxy.js';
import { failureOf } from '../defineFailures.js';
import { eventually } from '../mysql/defineCancelling.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

export function defineSessions(): void {
  describe('sessions', () => {
    const open = useDatabase(
      'CREATE TABLE t (id INTEGER PRIMARY KEY)',
      'INSERT INTO t SELECT generate_series(1, 20)',
      `CREATE FUNCTION writes() RETURNS INTEGER LANGUAGE sql AS
         'INSERT INTO t VALUES (99) RETURNING id'`,
      'CREATE VIEW writing AS SELECT writes() AS w',
      `CREATE VIEW settings AS SELECT concat_ws('|', current_setting('transaction_read_only'),
         current_setting('search_path'), current_setting('TimeZone'), current_setting('DateStyle'),
         current_setting('statement_timeout')) AS s`,
      // A view that takes as long as its reader is patient.
      'CREATE VIEW slow AS SELECT id, pg_sleep(2)::text AS slept FROM t',
    );
    const connect = (url = open().database.url, timeout = 5_000) =>
      new PostgresConnector({ url, timeout });
    const all = async () => requestOf('t', { columns: [await open().column('t', 'id')] });
    const running = async () =>
      open().database.query(
        `SELECT pid FROM pg_stat_activity
          WHERE datname = $1 AND state = 'active' AND query LIKE '%slow%' AND pid <> pg_backend_pid()`,
        [open().database.name],
      );

    it('are set the same on every server, and cannot write', async () => {
      const s = await open().column('settings', 's');
      const settings = await open().connector.fetch(requestOf('settings', { columns: [s] }));
      expect(settings).toEqual([['on|"public"|UTC|ISO, MDY|6s']]);
      const w = await open().column('writing', 'w');
      const writing = open().connector.fetch(requestOf('writing', { columns: [w] }));
      expect(await failureOf(writing)).toBe('SOURCE_UNAVAILABLE');
      expect(await open().database.query('SELECT id FROM t WHERE id = 99')).toEqual([]);
    });

    it('end a statement at the server too, and are fit for another', async () => {
      const slept = await open().column('slow', 'slept');
      const connector = connect(undefined, 200);
      const failure = failureOf(connector.fetch(requestOf('slow', { columns: [slept] })));
      await eventually(async () => {
        expect(await running()).toHaveLength(1);
      });
      expect(await failure).toBe('SOURCE_TIMEOUT');
      await eventually(async () => {
        expect(await running()).toEqual([]);
      });
      expect(await connector.fetch(await all())).toHaveLength(20);
      await connector.close();
    });

    it('never end another statement: 300 among 3,000', async () => {
      // At the deadline some statements are under way, some on their way back, some waiting.
      const [hasty, calm] = [connect(undefined, 3), connect(undefined, 10_000)];
      const slept = await open().column('slow', 'slept');
      const [slow, quick] = [requestOf('slow', { columns: [slept] }), await all()];
      const outcomes = { ended: 0, answered: 0, failed: 0 };
      const ask = async (round: number): Promise<void> => {
        const connector = round % 10 < 5 ? hasty : calm;
        try {
          const rows = await connector.fetch(round % 10 === 0 ? slow : quick);
          expect(rows).toHaveLength(20);
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

    it('that the server ends are replaced', async () => {
      const connector = connect();
      const request = await all();
      const ask = () => connector.fetch(request);
      await Promise.all(Array.from({ length: 30 }, ask));
      const ended = await open().database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = $1 AND application_name = 'tongdao'`,
        [open().database.name],
      );
      expect(ended.length).toBeGreaterThan(10);
      await pause(100);
      expect(await Promise.all(Array.from({ length: 30 }, ask))).toHaveLength(30);
      await connector.close();
    });

    it('that the server ends under a statement count as a source that is not reached', async () => {
      const slept = await open().column('slow', 'slept');
      const connector = connect();
      const failure = connector
        .fetch(requestOf('slow', { columns: [slept] }))
        .catch((error: unknown) => error);
      await eventually(async () => {
        expect(await running()).toHaveLength(1);
      });
      const [session] = await running();
      await open().database.query('SELECT pg_terminate_backend($1)', [session?.['pid']]);
      expect(await failure).toBeInstanceOf(SourceUnreachable);
      expect(await connector.fetch(await all())).toHaveLength(20);
      await connector.close();
    });

    it('that fall silent are replaced, all of them', async () => {
      const { hostname, port, pathname, username } = new URL(open().database.url);
      const proxy = await openSilentProxy(Number(port || 5432), hostname);
      const url = `postgres://${username}@127.0.0.1:${proxy.port}${pathname}`;
      const connector = connect(url, 300);
      const request = await all();
      const askMany = () =>
        Promise.all(
          Array.from({ length: 10 }, () =>
            connector.fetch(request).then(
              () => 'answered',
              (error: unknown) => (error as { readonly code: string }).code,
            ),
          ),
        );
      expect(new Set(await askMany())).toEqual(new Set(['answered']));
      proxy.silence();
      expect(new Set(await askMany())).toEqual(new Set(['SOURCE_TIMEOUT']));
      await eventually(async () => {
        expect(new Set(await askMany())).toEqual(new Set(['answered']));
      });
      await connector.close();
      await proxy.close();
    });

    it('keep no more statements prepared than 200, and answer all', async () => {
      const connector = new PostgresConnector({
        url: open().database.url,
        timeout: 5_000,
        places: { light: 1, heavy: 0 },
      });
      const id = await open().column('t', 'id');
      const prepared = { name: 'n', storage: 'INTEGER', nullable: true, exact: true } as const;
      await open().database.query(
        'CREATE VIEW prepared AS SELECT count(*) AS n FROM pg_prepared_statements',
      );
      for (let round = 0; round < 500; round += 1) {
        const columns = Array.from({ length: 1 + round }, () => id);
        const [row] = await connector.fetch(requestOf('t', { columns, filter: isIn(id, [7]) }));
        expect(row).toEqual(columns.map(() => 7));
      }
      const [count] = first(await connector.fetch(requestOf('prepared', { columns: [prepared] })));
      expect(count).toBeLessThanOrEqual(200);
      expect(count).toBeGreaterThan(190);
      await connector.close();
    });

    it.each([
      ['nothing answers at its host and port', (url: URL) => (url.port = '1')],
      ['it has no such database', (url: URL) => (url.pathname = '/secret')],
      [
        'it offers no TLS, which its URL asks for',
        (url: URL) => (url.search = '?sslmode=verify-full'),
      ],
      [
        'it refuses this user with this password, or from here, or without TLS',
        (url: URL) => (url.username = 'secret'),
      ],
    ])('that cannot be opened tell who runs the gateway: %s', async (hint, change) => {
      const url = new URL(open().database.url);
      change(url);
      const connector = connect(url.href);
      const failure: unknown = await connector.shape().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SourceUnreachable);
      expect((failure as SourceUnreachable).hint).toBe(hint);
      await connector.close();
    });

    it('tell of names that the server does not have, or does not show', async () => {
      const told: string[] = [];
      const connector = new PostgresConnector({
        url: open().database.url,
        timeout: 5_000,
        onUnknownName: () => told.push('unknown'),
      });
      const id = await open().column('t', 'id');
      const ask = (table: string, name: string) =>
        failureOf(connector.fetch(requestOf(table, { columns: [{ ...id, name }] })));
      expect(await ask('secret', 'id')).toBe('SOURCE_UNAVAILABLE');
      expect(await ask('t', 'secret')).toBe('SOURCE_UNAVAILABLE');
      expect(told).toHaveLength(2);
      expect(await ask('writing', 'w')).toBe('SOURCE_UNAVAILABLE');
      expect(told).toHaveLength(2);
      await connector.close();
    });
  });
}
