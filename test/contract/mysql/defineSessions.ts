import { describe, expect, it } from '@jest/globals';

import { ExchangeError } from '../../../src/errors/exchangeError.js';
import type { Column } from '../../../src/source/column/column.js';
import { MysqlConnector } from '../../../src/sources/mysql/mysqlConnector.js';
import { inArrays } from '../../support/inArrays.js';

import { first, requestOf, useDatabase } from './useDatabase.js';

export function defineSessions(): void {
  describe('sessions', () => {
    const open = useDatabase(
      5_000,
      'CREATE TABLE t (id INT PRIMARY KEY, long_text TEXT)',
      `INSERT INTO t VALUES (1, CONCAT(REPEAT('x', 3000), 'b')), (2, CONCAT(REPEAT('x', 3000), 'a'))`,
      `CREATE FUNCTION writes() RETURNS INT MODIFIES SQL DATA
         BEGIN INSERT INTO t VALUES (99, NULL); RETURN 1; END`,
      'CREATE VIEW writing AS SELECT writes() AS w',
      `CREATE FUNCTION setting() RETURNS VARCHAR(200)
         RETURN CONCAT_WS('|', @@sql_mode, @@time_zone, @@collation_connection, @@tx_read_only, @@autocommit)`,
      'CREATE VIEW settings AS SELECT setting() AS s',
    );

    it('are set the same on every server, and cannot write', async () => {
      const s = await open().column('settings', 's');
      const settings = await open().connector.fetch(requestOf('settings', { columns: [s] }));
      // A function keeps the mode that it was made under; the database's owner has none either.
      expect(settings).toEqual([['|+00:00|utf8mb4_bin|ON|ON']]);
      // Where nothing may be written the server does not even tell the columns of such a view.
      const w: Column = { name: 'w', storage: 'INTEGER', nullable: true, exact: true };
      await expect(open().connector.fetch(requestOf('writing', { columns: [w] }))).rejects.toThrow(
        new ExchangeError('SOURCE_UNAVAILABLE'),
      );
      expect(await open().database.query('SELECT id FROM t WHERE id = 99')).toEqual([]);
    });

    it('order long texts by more than their first 1,024 bytes', async () => {
      const [id, column] = [await open().column('t', 'id'), await open().column('t', 'long_text')];
      const orderBy = [{ column, direction: 'ASC' }] as const;
      const request = requestOf('t', { columns: [id], orderBy });
      expect(first(await open().connector.fetch(request))).toEqual([2, 1]);
    });

    it('that the server ends are replaced', async () => {
      const connector = inArrays(new MysqlConnector({ url: open().database.url, timeout: 5_000 }));
      const id = await open().column('t', 'id');
      const ask = () => connector.fetch(requestOf('t', { columns: [id] }));
      await Promise.all(Array.from({ length: 30 }, ask));
      const sessions = await open().database.query(
        'SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()',
        [open().database.name],
      );
      expect(sessions.length).toBeGreaterThan(10);
      for (const session of sessions) await open().database.query(`KILL ${String(session['ID'])}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await Promise.all(Array.from({ length: 30 }, ask))).toHaveLength(30);
      await connector.close();
    });
  });
}
