import Database from 'better-sqlite3';

import type { Ask, Connection } from './connection.js';
import type { DatabaseNames } from './databaseNames.js';

/** The files of three sources on one connection, on the event loop. */
export function openSqlite(files: DatabaseNames): Connection {
  const database = new Database(files.population, { readonly: true, fileMustExist: true });
  database.prepare('ATTACH ? AS divisions').run(files.divisions);
  database.prepare('ATTACH ? AS market').run(files.market);
  return {
    names: { population: 'main', divisions: 'divisions', market: 'market' },
    dialect: { quote: '"', placeholder: () => '?' },
    prepare<Row>(sql: string): Ask<Row> {
      const statement = database.prepare<string[], Row>(sql);
      return (...parameters) => Promise.resolve(statement.all(...parameters));
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  };
}
