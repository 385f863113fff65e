import { createConnection } from 'mysql2/promise';

import { sourceKinds, type SourceKind } from '../sourceKind.js';

import type { Options } from './options.js';

/** Milliseconds. */
const patience = 2_000;

/** Why a server cannot be asked; null where it can. */
async function whyAbsent(server: string): Promise<string | null> {
  try {
    const connection = await createConnection({ uri: server, connectTimeout: patience });
    await connection.end();
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'it does not speak MySQL';
  }
}

/**
 * The sources to measure. MariaDB is left out, with a word, where it is not there and was not asked
 * for by name.
 *
 * @throws {Error} where it was
 */
export async function chooseSources(
  { source, server }: Pick<Options, 'source' | 'server'>,
  say: (line: string) => void,
): Promise<readonly SourceKind[]> {
  if (source === 'sqlite') return ['sqlite'];
  const why = await whyAbsent(server);
  if (why === null) return source === 'both' ? sourceKinds : [source];
  const { host } = new URL(server);
  const word = `MariaDB at ${host} cannot be asked (${why}); --server names another`;
  if (source === 'mariadb') throw new Error(word);
  say(`Measuring SQLite only: ${word}`);
  return ['sqlite'];
}
