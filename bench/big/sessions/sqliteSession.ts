import Database from 'better-sqlite3';

import { Statements } from '../../../src/sources/sqlite/statements.js';

import type { Session } from './session.js';

/** A file, read as the thread of the gateway reads it. It does not tell how many rows it looks at. */
export function sqliteSession(url: string): Session {
  const database = new Database(url.slice('sqlite:'.length), { readonly: true });
  const statements = new Statements(database);
  return {
    run: (statement) => Promise.resolve(statements.run(statement)),
    examined: () => Promise.resolve(null),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}
