import { spawnSync } from 'node:child_process';
import { createConnection } from 'node:net';

import { findSuites } from './findSuites.mjs';
import { postgresPrograms } from './postgresPrograms.mjs';

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    const settle = (answer) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true));
    socket.once('error', settle(false));
    socket.once('timeout', settle(false));
  });
}

/**
 * Looks once, before all suites, whether there is a server to test against. Where there is none, the
 * suites that need it are left out, with a word; under CI that is a failure.
 */
async function probe({ what, setting, standard, suites }) {
  const url = new URL(process.env[setting] ?? standard);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port || new URL(standard).port);
  if (await answers(host, port)) return true;
  const word = `no ${what} at ${host}:${port} (${setting} names another)`;
  if (process.env.CI === 'true') throw new Error(word);
  console.warn(`\nleft out: ${await suites()}; ${word}`);
  return false;
}

export function hasMariadb() {
  return probe({
    what: 'MariaDB',
    setting: 'TONGDAO_TEST_MYSQL',
    standard: 'mysql://root@127.0.0.1:3306',
    suites: async () =>
      `all suites with sources in MariaDB, and ${await findSuites('.mariadb.test.ts', '.mariadb.long.test.ts')}`,
  });
}

export function hasPostgres() {
  return probe({
    what: 'PostgreSQL',
    setting: 'TONGDAO_TEST_POSTGRES',
    standard: 'postgres://postgres@127.0.0.1:5432',
    suites: async () =>
      `the properties in PostgreSQL, and ${await findSuites('.postgres.test.ts')}`,
  });
}

export function hasRedis() {
  return probe({
    what: 'Redis',
    setting: 'TONGDAO_TEST_REDIS',
    standard: 'redis://127.0.0.1:6379',
    suites: () => findSuites('.redis.test.ts'),
  });
}

/** Whether there is a PostgreSQL that suites can start for themselves. */
export async function hasPostgresd() {
  if (postgresPrograms() !== undefined) return true;
  const word = 'no initdb of PostgreSQL to start one';
  if (process.env.CI === 'true') throw new Error(word);
  console.warn(`\nleft out: ${await findSuites('.postgresd.test.ts')}; ${word}`);
  return false;
}

/** Whether there is a MariaDB that suites can start for themselves. */
export async function hasMariadbd() {
  const needed = ['mariadbd', 'mariadb-install-db', 'openssl'];
  const lacking = needed.filter((name) => spawnSync(name, ['--version']).error !== undefined);
  if (lacking.length === 0) return true;
  if (process.env.CI === 'true') throw new Error(`no ${lacking.join(', ')} to start`);
  console.warn(
    `\nleft out: ${await findSuites('.mariadbd.test.ts')}; no ${lacking.join(', ')} to start`,
  );
  return false;
}
