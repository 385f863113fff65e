import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { SourceName } from '../../../src/shared/brand.js';
import { SqliteConnector } from '../../../src/sources/sqlite/connector.js';
import { model, typeNames, type World } from '../universe/model.js';

const columnsOf = {
  Person: ['row_id', 'pid', 'name', 'born', 'area', 'note', 'score'],
  Place: ['code', 'label', 'keeper'],
};

const tables = {
  people: `CREATE TABLE person (row_id INTEGER PRIMARY KEY NOT NULL, pid TEXT NOT NULL UNIQUE,
             name TEXT NOT NULL, born TEXT, area TEXT, note TEXT, score INTEGER)`,
  places: `CREATE TABLE place (code TEXT PRIMARY KEY NOT NULL, label TEXT, keeper TEXT)`,
};

/** The two databases of one world, read through the real connector. */
export class WorldDatabases {
  readonly #dir = mkdtempSync(join(tmpdir(), 'tongdao-world-'));
  readonly #writers = new Map<string, Database.Database>();
  readonly connectors = new Map<SourceName, SqliteConnector>();

  constructor() {
    for (const [source, table] of Object.entries(tables)) {
      const file = join(this.#dir, `${source}.sqlite`);
      const writer = new Database(file);
      writer.pragma('synchronous = OFF');
      writer.exec(table);
      this.#writers.set(source, writer);
      this.connectors.set(source as SourceName, new SqliteConnector({ file, timeout: 20_000 }));
    }
  }

  /** Puts a world in the place of the one before. */
  write(world: World): void {
    for (const type of typeNames) {
      const { source, table } = model[type];
      const writer = this.#writers.get(source)!;
      const columns = columnsOf[type];
      const insert = writer.prepare(
        `INSERT INTO ${table} VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
      );
      writer.transaction(() => {
        writer.exec(`DELETE FROM ${table}`);
        for (const row of world[type]) insert.run(row);
      })();
    }
  }

  async close(): Promise<void> {
    for (const connector of this.connectors.values()) await connector.close();
    for (const writer of this.#writers.values()) writer.close();
    rmSync(this.#dir, { recursive: true, force: true });
  }
}
