import { createPool } from 'mysql2';

import { poolSizeOf } from '../poolSize.js';

import type { Ask, Connection } from './connection.js';
import type { DatabaseNames } from './databaseNames.js';

function databaseOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/**
 * Three databases of one server in one pool. Rows as objects: arrays are no faster here. By
 * callbacks, since the driver's promises trace every call.
 */
export function openMariadb(urls: DatabaseNames): Connection {
  const pool = createPool({
    uri: urls.population,
    connectionLimit: poolSizeOf(urls.population),
    dateStrings: true,
  });
  return {
    names: {
      population: databaseOf(urls.population),
      divisions: databaseOf(urls.divisions),
      market: databaseOf(urls.market),
    },
    dialect: { quote: '`', placeholder: () => '?' },
    prepare<Row>(sql: string): Ask<Row> {
      return (...parameters) =>
        new Promise((settle, fail) => {
          pool.execute(sql, [...parameters], (error, rows) => {
            if (error) fail(error);
            else settle(rows as unknown as readonly Row[]);
          });
        });
    },
    close: () =>
      new Promise((settle) => {
        pool.end(() => {
          settle();
        });
      }),
  };
}
