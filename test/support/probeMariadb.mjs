import { readdir } from 'node:fs/promises';
import { createConnection } from 'node:net';

/**
 * Looks once, before all suites, whether there is a MariaDB or MySQL to test against. Where there is
 * none, the suites that need one are left out, with a word; under CI that is a failure.
 */
export async function hasMariadb() {
  const url = new URL(process.env.TONGDAO_TEST_MYSQL ?? 'mysql://root@127.0.0.1:3306');
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(url.port || 3306);
  const isThere = await new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2_000 });
    const settle = (answer) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', settle(true));
    socket.once('error', settle(false));
    socket.once('timeout', settle(false));
  });
  if (isThere) return true;
  const word = `no MariaDB at ${host}:${port} (TONGDAO_TEST_MYSQL names another)`;
  if (process.env.CI === 'true') throw new Error(word);
  const files = await readdir('test', { recursive: true });
  const leftOut = files.filter((file) => file.endsWith('.mariadb.test.ts'));
  console.warn(
    `\nleft out: all suites with sources in MariaDB, and ${leftOut.join(', ')}; ${word}`,
  );
  return false;
}
