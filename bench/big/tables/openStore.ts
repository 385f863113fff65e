import type { Servers, SourceKind } from '../../sourceKind.js';

import { mariadbStore } from './mariadbStore.js';
import { postgresStore } from './postgresStore.js';
import { sqliteStore } from './sqliteStore.js';
import type { Store } from './store.js';

/** Opens the database of the big tables, which is made where there is none. */
export async function openStore(kind: SourceKind, servers: Servers): Promise<Store> {
  if (kind === 'sqlite') return sqliteStore();
  return kind === 'mariadb' ? mariadbStore(servers.mariadb) : postgresStore(servers.postgres);
}
