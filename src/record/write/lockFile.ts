import { readFile, rm, writeFile } from 'node:fs/promises';

import { hasCode } from '../../shared/hasCode.js';

export interface Lock {
  release(): Promise<void>;
}

/**
 * The locks that this process holds. Its process id in a file does not prove that: an earlier process, as
 * of a container that starts again, may have had the same.
 */
const held = new Set<string>();

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process lives, and is another user's.
    return hasCode(error, 'EPERM');
  }
}

function heldBy(path: string, holder: number, cause?: unknown): Error {
  const message = `${path} is held by process ${holder}: two processes cannot write one record`;
  return new Error(message, { cause });
}

async function take(path: string): Promise<void> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const holder = Number(await readFile(path, 'utf8'));
    if (isAlive(holder)) throw heldBy(path, holder, error);
    await writeFile(path, String(process.pid));
  }
}

/**
 * Takes a lock: a file that holds the process id of its holder. A holder that has died, as by SIGKILL,
 * has lost it.
 *
 * @throws {Error} where a living process holds it
 */
export async function lockFile(path: string): Promise<Lock> {
  if (held.has(path)) throw heldBy(path, process.pid);
  held.add(path);
  try {
    await take(path);
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return {
    async release() {
      await rm(path, { force: true });
      held.delete(path);
    },
  };
}
