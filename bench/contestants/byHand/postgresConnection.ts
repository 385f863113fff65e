import pg from 'pg';

import { poolSizeOf } from '../poolSize.js';

import type { Ask, Connection } from './connection.js';
import type { DatabaseNames } from './databaseNames.js';

function schemaOf(url: string): string {
  return new URL(url).searchParams.get('schema') ?? 'public';
}

// Days as they stand: the driver would make moments of them.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

/** Three schemas of one database in one pool. A named statement is prepared once a connection. */
export function openPostgres(urls: DatabaseNames): Connection {
  const url = new URL(urls.population);
  url.search = '';
  const pool = new pg.Pool({ connectionString: url.href, max: poolSizeOf(urls.population) });
  let prepared = 0;
  return {
    names: {
      population: schemaOf(urls.population),
      divisions: schemaOf(urls.divisions),
      market: schemaOf(urls.market),
    },
    dialect: { quote: '"', placeholder: (position) => `$${position}` },
    prepare<Row>(text: string): Ask<Row> {
      prepared += 1;
      const name = `s${prepared}`;
      return async (...values) => {
        const { rows } = await pool.query({ name, text, values: [...values] });
        return rows as Row[];
      };
    },
    close: () => pool.end(),
  };
}
