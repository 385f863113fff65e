import type { SourceKind } from '../../sourceKind.js';

import { mariadbSession } from './mariadbSession.js';
import { postgresSession } from './postgresSession.js';
import type { Session, Settings } from './session.js';
import { sqliteSession } from './sqliteSession.js';

/** Opens a connection of its own to the database of the big tables. */
export async function openSession(
  kind: SourceKind,
  url: string,
  settings: Settings,
): Promise<Session> {
  if (kind === 'sqlite') return sqliteSession(url);
  return kind === 'mariadb' ? mariadbSession(url, settings) : postgresSession(url, settings);
}
