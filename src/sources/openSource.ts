import type { Connector } from '../source/connector.js';

import { GuardedConnector } from './gate/guardedConnector.js';
import { MysqlConnector } from './mysql/mysqlConnector.js';
import { PostgresConnector } from './postgres/postgresConnector.js';
import { defaultSourceLimits, type SourceLimits } from './sourceLimits.js';
import type { Statement } from './sql/statement.js';
import { SqliteConnector } from './sqlite/sqliteConnector.js';

export type ObservedStatement = Statement;

export interface SourceOptions {
  /** Where they are not the default. */
  readonly limits?: Partial<SourceLimits> | undefined;
  /** Sees every statement before it runs, with its parameters; for tests that count them. */
  readonly observe?: ((statement: ObservedStatement) => void) | undefined;
  /** Told when a statement named a table or a column that the source does not have, or does not show. */
  readonly onUnknownName?: (() => void) | undefined;
}

type Open = (
  url: string,
  options: Pick<SourceOptions, 'observe' | 'onUnknownName'> & { readonly limits: SourceLimits },
) => Connector;

const openSqlite: Open = (url, { limits: { timeout }, ...told }) =>
  new SqliteConnector({ file: url.slice('sqlite:'.length), timeout, ...told });

const openMysql: Open = (url, { limits, ...told }) => {
  const { timeout, statements: light, heavyStatements: heavy } = limits;
  return new MysqlConnector({ url, timeout, places: { light, heavy }, ...told });
};

const openPostgres: Open = (url, { limits, ...told }) => {
  const { timeout, statements: light, heavyStatements: heavy } = limits;
  return new PostgresConnector({ url, timeout, places: { light, heavy }, ...told });
};

/** The kinds of source, by the scheme of their URL. */
const kinds: ReadonlyMap<string, Open> = new Map([
  ['sqlite', openSqlite],
  ['mysql', openMysql],
  ['mysqls', openMysql],
  ['postgres', openPostgres],
  ['postgresql', openPostgres],
]);

/**
 * Opens the connector of a source, behind its queue and its breaker.
 *
 * @param url `sqlite:<path>`, or as `parseMysqlAddress` or `parsePostgresAddress` reads it
 */
export function openSource(url: string, { limits: stated, ...told }: SourceOptions): Connector {
  const open = kinds.get(/^([a-z]+):./.exec(url)?.[1] ?? '');
  if (!open) {
    throw new Error(`a source is named by a URL of scheme ${[...kinds.keys()].join(', ')}`);
  }
  const limits = { ...defaultSourceLimits, ...stated };
  const { queueTimeout: timeout, queueLength: length, maxValueSize } = limits;
  return new GuardedConnector(open(url, { limits, ...told }), { timeout, length }, maxValueSize);
}
