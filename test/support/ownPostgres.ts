import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { postgresPrograms } from './postgresPrograms.mjs';
import { freePort } from './spawnGateway.js';

/** The server refuses to run as root. */
function owner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

/**
 * Starts a PostgreSQL on a port of its own, with its data in a folder of its own, which lets in nobody
 * in clear.
 *
 * @param certificate what it shows
 */
export async function openOwnPostgres(
  dir: string,
  { certificate, key }: { readonly certificate: string; readonly key: string },
) {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('there is no PostgreSQL to start');
  const run = owner();
  const [data, home] = [join(dir, 'postgres', 'data'), join(dir, 'postgres')];
  const own = (path: string): void => {
    if (run) chownSync(path, run.uid, run.gid);
  };
  mkdirSync(home);
  own(home);
  chmodSync(dir, 0o755);
  const call = (name: string, ...given: readonly string[]) =>
    execFileSync(join(programs, name), [`--pgdata=${data}`, ...given], {
      ...run,
      cwd: home,
      stdio: 'ignore',
    });
  call(
    'initdb',
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  );
  for (const [from, name] of [
    [certificate, 'server.crt'],
    [key, 'server.key'],
  ] as const) {
    const file = join(data, name);
    copyFileSync(from, file);
    chmodSync(file, 0o600);
    own(file);
  }
  writeFileSync(join(data, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 trust\n');
  const port = await freePort();
  const settings = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='],
    ...['ssl=on', 'fsync=off'],
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  call('pg_ctl', 'start', '--wait', `--log=${join(home, 'log')}`, `--options=${options}`);
  return {
    port,
    stop: () => call('pg_ctl', 'stop', '--wait', '--mode=immediate'),
  };
}
