import pg from 'pg';

import { parsePostgresAddress } from '../../../src/address/postgresAddress.js';
import { sessionConfig } from '../../../src/sources/postgres/sessionConfig.js';
import { typeParsers } from '../../../src/sources/postgres/typeParsers.js';

import { scannedRows, type ExplainedNode } from './scannedRows.js';
import type { Session, Settings } from './session.js';

/** Milliseconds that no statement takes. */
const patience = 600_000;

/** Each statement is prepared once, under a name of its own. */
export async function postgresSession(url: string, settings: Settings): Promise<Session> {
  const client = new pg.Client(
    settings === 'ofGateway'
      ? sessionConfig(parsePostgresAddress(url), patience)
      : { connectionString: url, types: typeParsers },
  );
  await client.connect();
  const names = new Map<string, string>();
  const nameOf = (sql: string): string => {
    const name = names.get(sql) ?? `b${names.size}`;
    names.set(sql, name);
    return name;
  };
  return {
    async run({ sql, parameters }) {
      const asked = { name: nameOf(sql), text: sql, values: [...parameters] };
      const { rows } = await client.query<unknown[]>({ ...asked, rowMode: 'array' });
      return rows;
    },
    async examined({ sql, parameters }) {
      const { rows } = await client.query<{ readonly 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`,
        [...parameters],
      );
      const [plan] = JSON.parse(rows[0]?.['QUERY PLAN'] ?? '[]') as readonly {
        readonly Plan: ExplainedNode;
      }[];
      return plan ? scannedRows(plan.Plan) : null;
    },
    close: () => client.end(),
  };
}
