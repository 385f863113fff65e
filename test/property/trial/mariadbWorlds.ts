import type { SourceName } from '../../../src/shared/brand.js';
import { openSource } from '../../../src/sources/openSource.js';
import { createDatabase } from '../../support/mariadb.js';
import { columnsOf } from '../universe/columns.js';
import { model } from '../universe/model.js';

import { republishing } from './republishing.js';
import { storedRow } from './storedRow.js';
import { tablesWritten } from './tablesWritten.js';
import type { WorldDatabases } from './worldDatabases.js';

/** Some columns compare as the channel does, some as the usual collations do. Nothing goes to disk. */
const exact = 'VARCHAR(40) COLLATE utf8mb4_nopad_bin';
const folded = 'VARCHAR(40) COLLATE utf8mb4_general_ci';
const place = `CREATE TABLE place (code ${folded} PRIMARY KEY NOT NULL, label ${exact}, keeper ${folded})
                 ENGINE = MEMORY`;
const lot = `CREATE TABLE lot (no BIGINT UNSIGNED PRIMARY KEY NOT NULL, kind ${exact}) ENGINE = MEMORY`;
/** Places and lots lie in both, as in the universe's catalogs they are of the one or the other. */
const tables = {
  people: [
    `CREATE TABLE person (row_id INT PRIMARY KEY NOT NULL, pid ${exact} NOT NULL UNIQUE,
             name ${folded} NOT NULL, born DATE, area ${exact}, note ${folded}, score BIGINT,
             flag TINYINT(1), no BIGINT UNSIGNED)
             ENGINE = MEMORY`,
    republishing,
    place,
    lot,
  ],
  places: [place, lot],
};

async function openWorldOf(source: string, ofSource: readonly string[]) {
  const database = await createDatabase(`tongdao_world_${source}`);
  // So that rows may hold what is no day.
  await database.query(`SET SESSION sql_mode = 'ALLOW_INVALID_DATES'`);
  for (const table of ofSource) await database.query(table);
  const connector = openSource(database.url, { limits: { timeout: 20_000 } });
  return { database, connector };
}

/** Worlds in two databases of the tests' MariaDB. */
export async function openMariadbWorlds(): Promise<WorldDatabases> {
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
        const rows = world[type].map((row) =>
          columnsOf[type].map((name) => storedRow(type, row)[name] ?? null),
        );
        if (rows.length > 0) await database.query(`INSERT INTO ${table} VALUES ?`, [rows]);
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
