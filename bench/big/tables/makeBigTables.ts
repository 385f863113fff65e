import type { SourceKind } from '../../sourceKind.js';

import { bigTables, version, type BigTable } from './bigTables.js';
import { spellings, type Spelling } from './spelling.js';
import type { Store } from './store.js';

/** How many rows one statement writes: what a transaction keeps to be taken back is bounded. */
const atOnce = 500_000;

async function isMade({ run }: Store, rows: number): Promise<boolean> {
  try {
    const [made] = await run('SELECT version, item_rows FROM made');
    return made?.[0] === version && made[1] === rows;
  } catch {
    // There is no such table yet.
    return false;
  }
}

async function fill({ run }: Store, table: BigTable, { numbers }: Spelling): Promise<void> {
  const values = table.columns.map(([, , value]) => value).join(', ');
  for (let from = 1; from <= table.rows; from += atOnce) {
    const rows = numbers(from, Math.min(table.rows, from + atOnce - 1));
    await run(`INSERT INTO ${table.name} SELECT ${values} FROM ${rows} AS numbered`);
  }
}

async function make(store: Store, table: BigTable, spelling: Spelling): Promise<void> {
  const { name, columns, primaryKey, indexes } = table;
  const declared = columns.map(([column, type]) => `${column} ${type}`);
  await store.run(`DROP TABLE IF EXISTS ${name}`);
  await store.run(
    `CREATE TABLE ${name} (${declared.join(', ')}, PRIMARY KEY (${primaryKey.join(', ')}))`,
  );
  await fill(store, table, spelling);
  for (const index of indexes) {
    await store.run(`CREATE INDEX ${name}_by_${index.join('_')} ON ${name} (${index.join(', ')})`);
  }
  await store.run(spelling.analyze(name));
}

/** Makes the big tables, unless those that are there are these. */
export async function makeBigTables(
  store: Store,
  kind: SourceKind,
  rows: number,
  say: (line: string) => void,
): Promise<void> {
  if (await isMade(store, rows)) return;
  const spelling = spellings[kind];
  // It says so last that they are whole, and first that they are not.
  await store.run('DROP TABLE IF EXISTS made');
  for (const table of bigTables(rows, spelling)) {
    say(`Making ${table.name} in ${kind}: ${table.rows.toLocaleString('en')} rows …`);
    await make(store, table, spelling);
  }
  await store.run('CREATE TABLE made (version INTEGER, item_rows INTEGER)');
  await store.run(`INSERT INTO made VALUES (${version}, ${rows})`);
}
