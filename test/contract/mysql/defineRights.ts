import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { MysqlConnector } from '../../../src/sources/mysql/mysqlConnector.js';
import { createDatabase, type TestDatabase } from '../../support/mariadb.js';

export function defineRights(): void {
  describe('an account of MySQL with few rights', () => {
    const [user, role] = ['u', 'r'].map((kind) => `${kind}${randomBytes(6).toString('hex')}`);
    let database: TestDatabase;
    let owner: MysqlConnector;
    let connector: MysqlConnector;
    beforeAll(async () => {
      database = await createDatabase('rights');
      for (const sql of [
        'CREATE TABLE open (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE written (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE partly (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE by_role (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE hidden (a INT PRIMARY KEY, b INT)',
        'CREATE VIEW seen AS SELECT a FROM hidden',
        `CREATE USER ${user}`,
        `CREATE ROLE ${role}`,
        `GRANT SELECT ON open TO ${user}`,
        `GRANT INSERT, UPDATE ON written TO ${user}`,
        `GRANT SELECT (a), INSERT (b) ON partly TO ${user}`,
        `GRANT SELECT ON seen TO ${user}`,
        `GRANT SELECT ON by_role TO ${role}`,
        `GRANT ${role} TO ${user}`,
        `SET DEFAULT ROLE ${role} FOR ${user}`,
      ]) {
        await database.query(sql);
      }
      const url = new URL(database.url);
      url.username = user ?? '';
      owner = new MysqlConnector({ url: database.url, timeout: 5_000 });
      connector = new MysqlConnector({ url: url.href, timeout: 5_000 });
    });
    afterAll(async () => {
      await Promise.all([owner.close(), connector.close()]);
      await database.query(`DROP USER ${user}`);
      await database.query(`DROP ROLE ${role}`);
      await database.drop();
    });

    it('is told what it may read, and by its name what it may not, where the server names it', async () => {
      const shape = await connector.shape();
      const columns = [...shape].map(([name, table]) => [name, [...table.keys()].join(' ')]);
      expect(Object.fromEntries(columns)).toEqual({
        ...{ open: 'a b', written: '', partly: 'a', by_role: 'a b', seen: 'a' },
      });
    });

    it('loses nothing of what the owner is told', async () => {
      const shape = await connector.shape();
      const all = await owner.shape();
      expect(shape.get('open')).toEqual(all.get('open'));
      expect([...all.keys()]).toContain('hidden');
    });
  });
}
