import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { projectDir } from '../../../src/start/projectDir.js';

import { databaseName } from './databaseName.js';
import type { Store } from './store.js';

/** A file beside those of the demo. */
export function sqliteStore(): Store {
  const dir = join(projectDir, '.tongdao');
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${databaseName}.sqlite`);
  const database = new Database(file);
  return {
    url: `sqlite:${file}`,
    run(sql) {
      const statement = database.prepare<[], unknown[]>(sql);
      const rows = statement.reader ? statement.raw().all() : [];
      if (!statement.reader) statement.run();
      return Promise.resolve(rows);
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}
