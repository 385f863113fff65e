import type { SourceName } from '../../../src/shared/brand.js';
import { openSource } from '../../../src/sources/openSource.js';
import { createDatabase } from '../../support/postgres.js';
import { columnsOf } from '../universe/columns.js';
import { model, mostFetched, type TypeName } from '../universe/model.js';

import { republishing } from './republishing.js';
import { storedRow } from './storedRow.js';
import { tablesWritten } from './tablesWritten.js';
import type { WorldDatabases } from './worldDatabases.js';

/** One column compares as the channel does; others fold case or accents, or sort as people do. */
const place = `CREATE UNLOGGED TABLE place (code VARCHAR(40) COLLATE folded PRIMARY KEY NOT NULL,
                 label TEXT COLLATE "en-US-x-icu", open VARCHAR(9) COLLATE folded, grade citext, keeper citext)`;
const lot = `CREATE UNLOGGED TABLE lot (no BIGINT NOT NULL, kind TEXT, size BIGINT,
               seen TIMESTAMP, leased SMALLINT, sold BIGINT, ended TIMESTAMP, opens TIME, built SMALLINT, ref UUID, seal BYTEA, tags VARCHAR(200)[] COLLATE folded, plan JSON,
               price NUMERIC(30, 4))`;
const term = `CREATE UNLOGGED TABLE term (holder TEXT COLLATE "C" NOT NULL, part INTEGER NOT NULL, seq INTEGER NOT NULL,
                other citext, grade TEXT, PRIMARY KEY (holder, part), UNIQUE (part, seq))`;
/** Places and lots lie in both, as in the universe's catalogs they are of the one or the other. */
const tables = {
  people: [
    `CREATE UNLOGGED TABLE person (row_id INTEGER PRIMARY KEY NOT NULL,
       pid TEXT COLLATE "C" NOT NULL UNIQUE, name TEXT COLLATE "en-US-x-icu" NOT NULL, born DATE,
       joined VARCHAR(40) COLLATE "en-US-x-icu",
       area citext, note VARCHAR(200) COLLATE folded, score BIGINT, flag BOOLEAN, no BIGINT)`,
    republishing,
    term,
    place,
    lot,
  ],
  places: [place, lot],
};

async function openWorldOf(source: string, ofSource: readonly string[]) {
  const database = await createDatabase(`world_${source}`);
  await database.query('SET synchronous_commit = off');
  await database.query('CREATE EXTENSION citext');
  await database.query(`CREATE COLLATION folded (provider = icu, locale = 'und-u-ks-level1',
                          deterministic = false)`);
  for (const table of ofSource) await database.query(table);
  const connector = openSource(database.url, {
    limits: { timeout: 20_000, maxValueSize: mostFetched },
  });
  return { database, connector };
}

/** A number of any length goes as its digits. */
const inJson = (rows: readonly unknown[]): string =>
  JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** A document is read from the text of it, which is a value of JSON itself. */
function valueOf(type: TypeName, name: string): string {
  return model[type].fields[name]?.type === 'JSON' ? `(${name} #>> '{}')::json` : name;
}

/** Worlds in two databases of the tests' PostgreSQL. */
export async function openPostgresWorlds(): Promise<WorldDatabases> {
  const opened = new Map(
    await Promise.all(
      Object.entries(tables).map(
        async ([source, table]) => [source, await openWorldOf(source, table)] as const,
      ),
    ),
  );
  return {
    connectors: new Map(
      [...opened].map(([source, { connector }]) => [source as SourceName, connector]),
    ),
    write: async (world) => {
      for (const [type, source] of tablesWritten) {
        const { table } = model[type];
        const { database } = opened.get(source)!;
        await database.query(`DELETE FROM ${table}`);
        const names = columnsOf[type].join(', ');
        const values = columnsOf[type].map((name) => valueOf(type, name)).join(', ');
        await database.query(
          `INSERT INTO ${table} (${names})
             SELECT ${values} FROM json_populate_recordset(NULL::${table}, $1)`,
          [inJson(world[type].map((row) => storedRow(type, row)))],
        );
      }
    },
    close: async () => {
      for (const { database, connector } of opened.values()) {
        await connector.close();
        await database.drop();
      }
    },
  };
}
