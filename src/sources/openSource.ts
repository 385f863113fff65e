import type { Connector } from '../source/connector.js';

import { MysqlConnector } from './mysql/mysqlConnector.js';
import type { Statement } from './sql/statement.js';
import { SqliteConnector } from './sqlite/sqliteConnector.js';

export type ObservedStatement = Statement;

export interface SourceOptions {
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** Sees every statement before it runs, with its parameters; for tests that count them. */
  readonly observe?: ((statement: ObservedStatement) => void) | undefined;
  /** Told when a statement named a table or a column that the source does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

/** The kinds of source, by the scheme of their URL. */
const kinds: ReadonlyMap<string, (rest: string, options: SourceOptions) => Connector> = new Map<
  string,
  (rest: string, options: SourceOptions) => Connector
>([
  ['sqlite', (file, options) => new SqliteConnector({ file, ...options })],
  ['mysql', (rest, options) => new MysqlConnector({ url: `mysql:${rest}`, ...options })],
]);

/**
 * Opens the connector of a source.
 *
 * @param url `sqlite:<path>` or `mysql://user:password@host:port/database`
 */
export function openSource(url: string, options: SourceOptions): Connector {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.+)$/.exec(url) ?? [];
  const open = kinds.get(scheme);
  if (!open) {
    throw new Error(`a source is named by a URL of scheme ${[...kinds.keys()].join(', ')}`);
  }
  return open(rest, options);
}
