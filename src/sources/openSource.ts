import type { Connector, Parameter } from '../plan/connector.js';

import { SqliteConnector } from './sqlite/connector.js';

export interface SourceOptions {
  /** Milliseconds after which a fetch is given up. */
  readonly timeout: number;
  /** Sees every statement before it runs, with its parameters; for tests that count them. */
  readonly observe?: ((statement: ObservedStatement) => void) | undefined;
}

/** A statement in the language of its source. */
export interface ObservedStatement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** The kinds of source, by the scheme of their URL. */
const kinds: Readonly<Record<string, (rest: string, options: SourceOptions) => Connector>> = {
  sqlite: (file, options) => new SqliteConnector({ file, ...options }),
};

/**
 * Opens the connector of a source.
 *
 * @param url `sqlite:<path>`
 */
export function openSource(url: string, options: SourceOptions): Connector {
  const [, scheme = '', rest = ''] = /^([a-z]+):(.+)$/.exec(url) ?? [];
  const open = kinds[scheme];
  if (!open) {
    throw new Error(`a source is named by a URL of scheme ${Object.keys(kinds).join(', ')}`);
  }
  return open(rest, options);
}
