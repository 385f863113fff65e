import { createConnection } from 'mysql2/promise';
import pg from 'pg';

import { sourceKinds, type SourceKind } from '../sourceKind.js';

import type { Options } from './options.js';

/** Milliseconds. */
const patience = 2_000;

async function tryMysql(uri: string): Promise<void> {
  const connection = await createConnection({ uri, connectTimeout: patience });
  await connection.end();
}

async function tryPostgres(url: string): Promise<void> {
  const connectionString = new URL('/postgres', url).href;
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: patience });
  await client.connect();
  await client.end();
}

/** Why a server cannot be asked; null where it can. */
async function whyAbsent(reach: Promise<void>): Promise<string | null> {
  try {
    await reach;
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? code : 'it does not answer as one';
  }
}

/**
 * The sources to measure. A server is left out, with a word, where it is not there and was not asked for
 * by name.
 *
 * @throws {Error} where it was
 */
export async function chooseSources(
  { source, servers }: Pick<Options, 'source' | 'servers'>,
  say: (line: string) => void,
): Promise<readonly SourceKind[]> {
  const asked = source === 'all' ? sourceKinds : [source];
  const found: SourceKind[] = [];
  for (const kind of asked) {
    const reach = { sqlite: () => Promise.resolve(), mariadb: tryMysql, postgres: tryPostgres };
    const url = kind === 'sqlite' ? '' : servers[kind];
    const why = await whyAbsent(reach[kind](url));
    if (why === null) {
      found.push(kind);
      continue;
    }
    const word = `${kind} at ${new URL(url).host} cannot be asked (${why})`;
    if (source !== 'all') throw new Error(word);
    say(`Not measured: ${word}`);
  }
  return found;
}
