import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { PostgresConnector } from '../../../src/sources/postgres/postgresConnector.js';
import { createDatabase, type TestDatabase } from '../../support/postgres.js';

export function defineRights(): void {
  describe('an account of PostgreSQL with few rights', () => {
    const [user, role] = ['u', 'r'].map((kind) => `${kind}${randomBytes(6).toString('hex')}`);
    let database: TestDatabase;
    let owner: PostgresConnector;
    let connector: PostgresConnector;
    beforeAll(async () => {
      database = await createDatabase('rights');
      for (const sql of [
        'CREATE TABLE open (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE closed (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE partly (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE by_role (a INT PRIMARY KEY, b INT)',
        'CREATE TABLE bare ()',
        'CREATE VIEW seen AS SELECT a FROM closed',
        'CREATE VIEW unseen AS SELECT a FROM closed',
        `CREATE ROLE ${role}`,
        `CREATE USER ${user} IN ROLE ${role}`,
        `GRANT SELECT ON open, seen, bare TO ${user}`,
        `GRANT INSERT ON closed TO ${user}`,
        `GRANT SELECT (a) ON partly TO ${user}`,
        `GRANT SELECT ON by_role TO ${role}`,
      ]) {
        await database.query(sql);
      }
      const url = new URL(database.url);
      url.username = user ?? '';
      owner = new PostgresConnector({ url: database.url, timeout: 5_000 });
      connector = new PostgresConnector({ url: url.href, timeout: 5_000 });
    });
    afterAll(async () => {
      await Promise.all([owner.close(), connector.close()]);
      for (const name of [user, role]) {
        await database.query(`DROP OWNED BY ${name}`);
        await database.query(`DROP ROLE ${name}`);
      }
      await database.drop();
    });

    it('is told what it may read, and by its name what it may not', async () => {
      const shape = await connector.shape();
      const columns = [...shape].map(([name, table]) => [name, [...table.keys()].join(' ')]);
      expect(Object.fromEntries(columns)).toEqual({
        ...{ open: 'a b', closed: '', partly: 'a', by_role: 'a b', seen: 'a', unseen: '' },
      });
    });

    it('loses nothing of what the owner is told', async () => {
      const all = await owner.shape();
      expect((await connector.shape()).get('open')).toEqual(all.get('open'));
    });
  });
}
