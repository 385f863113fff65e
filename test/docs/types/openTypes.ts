import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { Connector } from '../../../src/source/connector.js';
import { openSource } from '../../../src/sources/openSource.js';
import { createDatabase as createMariadb } from '../../support/mariadb.js';
import { createDatabase as createPostgres } from '../../support/postgres.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';

export const vocabulary = readFileSync('schema/directives.graphql', 'utf8');

/** A database whose owner makes tables, and the connector by which the channel reads them. */
export interface OwnedDatabase {
  readonly connector: Connector;
  /** Runs a statement as its owner. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

export type OpenOwned = () => Promise<OwnedDatabase>;

export const openOwnedSqlite: OpenOwned = () => {
  const { dir, remove } = temporaryFolder();
  const file = join(dir, 'types.sqlite');
  const owner = new Database(file);
  const connector = openSource(`sqlite:${file}`, { limits: { timeout: 20_000 } });
  return Promise.resolve({
    connector,
    run: (sql) => {
      owner.exec(sql);
      return Promise.resolve();
    },
    close: async () => {
      await connector.close();
      owner.close();
      remove();
    },
  });
};

type Create = (prefix: string) => Promise<{
  readonly url: string;
  query(sql: string): Promise<unknown>;
  drop(): Promise<void>;
}>;

function openOwned(create: Create): OpenOwned {
  return async () => {
    const database = await create('types');
    const connector = openSource(database.url, { limits: { timeout: 20_000 } });
    return {
      connector,
      run: async (sql) => {
        await database.query(sql);
      },
      close: async () => {
        await connector.close();
        await database.drop();
      },
    };
  };
}

export const openOwnedMariadb = openOwned(createMariadb);
export const openOwnedPostgres = openOwned(createPostgres);
