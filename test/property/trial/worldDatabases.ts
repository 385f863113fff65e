import type { SourceName } from '../../../src/shared/brand.js';
import type { Connector } from '../../../src/source/connector.js';
import { testSources } from '../../support/testSources.js';
import type { World } from '../universe/model.js';

import { openMariadbWorlds } from './mariadbWorlds.js';
import { openPostgresWorlds } from './postgresWorlds.js';
import { openSqliteWorlds } from './sqliteWorlds.js';

/** The two databases of one world, read through the real connectors. */
export interface WorldDatabases {
  readonly connectors: ReadonlyMap<SourceName, Connector>;
  /** Puts a world in the place of the one before. */
  write(world: World): Promise<void>;
  close(): Promise<void>;
}

const openers = {
  sqlite: openSqliteWorlds,
  mariadb: openMariadbWorlds,
  postgres: openPostgresWorlds,
} as const;

export function openWorldDatabases(): Promise<WorldDatabases> {
  return openers[testSources]();
}
