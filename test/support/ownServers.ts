import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { createConnection } from 'mysql2/promise';

import { freePort } from './spawnGateway.js';

/** A server that runs for one suite or drill alone. */
export interface OwnServer {
  readonly port: number;
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const patience = 30_000;

function stopper(child: ChildProcess): () => Promise<void> {
  const ended = once(child, 'close');
  return async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
}

async function untilAnswered(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
      await connection.end();
      return;
    } catch (cause) {
      if (child.exitCode !== null || performance.now() > deadline) {
        throw new Error('the own MariaDB does not start', { cause });
      }
      await setTimeout(100);
    }
  }
}

/**
 * Starts a MariaDB on a port of its own, with its data in a folder of its own.
 *
 * @param flags of the server, beside those that every own one has
 * @throws {Error} where the machine has none
 */
export async function openOwnMariadb(
  dir: string,
  flags: readonly string[] = [],
): Promise<OwnServer> {
  const data = join(dir, 'mariadb');
  const own = [
    '--no-defaults',
    `--datadir=${data}`,
    ...(process.getuid?.() === 0 ? ['--user=root'] : []),
  ];
  const made = spawnSync(
    'mariadb-install-db',
    [...own, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new Error(
      `an own MariaDB needs mariadb-install-db and mariadbd: ${made.error?.message ?? made.stderr}`,
    );
  }
  const port = await freePort();
  const child = spawn(
    'mariadbd',
    [
      ...own,
      `--port=${port}`,
      `--socket=${join(dir, 'mariadb.sock')}`,
      `--pid-file=${join(dir, 'mariadb.pid')}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--innodb-buffer-pool-size=512M',
      '--innodb-flush-log-at-trx-commit=0',
      '--skip-log-bin',
      ...flags,
    ],
    { stdio: 'ignore' },
  );
  const stop = stopper(child);
  const url = `mysql://root@127.0.0.1:${port}`;
  try {
    await untilAnswered(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url, stop };
}

/** Starts a Redis on a port of its own, whose memory is bounded. */
export async function openOwnRedis(memory: string, policy: string): Promise<OwnServer> {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--save', ''],
      ...['--maxmemory', memory, '--maxmemory-policy', policy],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const stop = stopper(child);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Ready to accept connections')) break;
  }
  // What it says from now on is read by nobody, and must not fill the pipe.
  child.stdout.resume();
  return { port, url: `redis://127.0.0.1:${port}`, stop };
}
