import { readFile, rm, writeFile } from 'node:fs/promises';

export interface Lock {
  release(): Promise<void>;
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes a lock that a file with the holder's process id stands for. A holder that has died, as by
 * SIGKILL, loses it.
 *
 * @throws {Error} where a living process holds it
 */
export async function lockFile(path: string): Promise<Lock> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const holder = Number(await readFile(path, 'utf8'));
    if (isAlive(holder)) {
      throw new Error(
        `${path} is held by process ${holder}: two processes cannot write one record`,
        {
          cause: error,
        },
      );
    }
    await writeFile(path, String(process.pid));
  }
  return { release: () => rm(path, { force: true }) };
}
