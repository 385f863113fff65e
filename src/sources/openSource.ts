import type { Connector } from '../source/connector.js';

import { GuardedConnector } from './gate/guardedConnector.js';
import { MysqlConnector } from './mysql/mysqlConnector.js';
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
  rest: string,
  options: Pick<SourceOptions, 'observe' | 'onUnknownName'> & { readonly limits: SourceLimits },
) => Connector;

/** The kinds of source, by the scheme of their URL. */
const kinds: ReadonlyMap<string, Open> = new Map<string, Open>([
  [
    'sqlite',
    (file, { limits: { timeout }, ...told }) => new SqliteConnector({ file, timeout, ...told }),
  ],
  [
    'mysql',
    (rest, { limits: { timeout, statements: light, heavyStatements: heavy }, ...told }) =>
      new MysqlConnector({ url: `mysql:${rest}`, timeout, places: { light, heavy }, ...told }),
  ],
]);

/**
 * Opens the connector of a source, behind its queue and its breaker.
 *
 * @param url `sqlite:<path>` or `mysql://user:password@host:port/database`
 */
export function openSource(url: string, { limits: stated, ...told }: SourceOptions): Connector {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.+)$/.exec(url) ?? [];
  const open = kinds.get(scheme);
  if (!open) {
    throw new Error(`a source is named by a URL of scheme ${[...kinds.keys()].join(', ')}`);
  }
  const limits = { ...defaultSourceLimits, ...stated };
  const { queueTimeout: timeout, queueLength: length } = limits;
  return new GuardedConnector(open(rest, { limits, ...told }), { timeout, length });
}
