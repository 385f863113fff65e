import type { SourceName } from '../../../src/shared/brand.js';
import { openSource } from '../../../src/sources/openSource.js';
import { createDatabase } from '../../support/mariadb.js';
import { columnsOf } from '../universe/columns.js';
import { longTag, model, mostFetched } from '../universe/model.js';

import { republishing } from './republishing.js';
import { storedRow } from './storedRow.js';
import { tablesWritten } from './tablesWritten.js';
import type { WorldDatabases } from './worldDatabases.js';

/**
 * One column compares as the channel does, the others as the usual collations of their character sets do,
 * which fold case or accents and pad with blanks. Nothing goes to disk.
 */
const textBy = (collation: string, length = 40) =>
  `VARCHAR(${length}) CHARACTER SET ${collation.split('_')[0]} COLLATE ${collation}`;
const place = `CREATE TABLE place (code ${textBy('utf8mb4_general_ci')} PRIMARY KEY NOT NULL,
                 label ${textBy('gbk_chinese_ci', 200)}, open ${textBy('utf8mb4_general_ci')}, grade ${textBy('latin1_swedish_ci')},
                 keeper ${textBy('ascii_general_ci')}) ENGINE = MEMORY`;
const lot = `CREATE TABLE lot (no BIGINT UNSIGNED NOT NULL,
               kind ${textBy('gb2312_chinese_ci', 200)}, size BIGINT, seen DATETIME(1), leased TINYINT, sold BIGINT, ended DATETIME(1), opens TIME(6), built YEAR, ref UUID, seal VARBINARY(40),
               tags SET('a', 'ab', 'b', '中', '${longTag}') CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci,
               plan VARCHAR(200) CHARACTER SET ascii, price DECIMAL(30, 4)) ENGINE = MEMORY`;
const term = `CREATE TABLE term (holder ${textBy('utf8mb4_nopad_bin')} NOT NULL, part INT NOT NULL, seq INT NOT NULL,
                other ${textBy('utf8mb4_general_ci')}, grade ${textBy('gbk_chinese_ci')}, PRIMARY KEY (holder, part), UNIQUE (part, seq)) ENGINE = MEMORY`;
/** Places and lots lie in both, as in the universe's catalogs they are of the one or the other. */
const tables = {
  people: [
    `CREATE TABLE person (row_id INT PRIMARY KEY NOT NULL,
             pid ${textBy('utf8mb4_nopad_bin')} NOT NULL UNIQUE,
             name ${textBy('utf8mb4_unicode_ci')} NOT NULL, born DATE,
             joined ${textBy('utf8mb4_general_ci')},
             area ${textBy('utf8mb3_general_ci')}, note ${textBy('latin1_swedish_ci', 200)}, score BIGINT,
             flag TINYINT(1), no BIGINT UNSIGNED)
             ENGINE = MEMORY`,
    republishing,
    term,
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
  const connector = openSource(database.url, {
    limits: { timeout: 20_000, maxValueSize: mostFetched },
  });
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
