import Database from 'better-sqlite3';

import { hasCode } from '../../shared/hasCode.js';

export interface Lock {
  release(): void;
}

/**
 * Takes a lock of the kernel's, which holds between containers that share a folder and nothing else,
 * and which no process can leave behind. Node has no call for one, so SQLite takes it: by an
 * exclusive transaction on a file that stays empty. The file is never removed: a process could hold
 * the removed one while another holds its successor.
 *
 * @param other who else may hold it, and why that is in the way
 * @throws {Error} where anybody holds it
 */
export function lockFile(path: string, other = 'gateway: two cannot write one record'): Lock {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 0 });
    database.exec('BEGIN EXCLUSIVE');
    const held = database;
    return {
      release: () => {
        held.close();
      },
    };
  } catch (cause) {
    database?.close();
    if (hasCode(cause, 'SQLITE_BUSY')) {
      throw new Error(`${path} is held by another ${other}`, { cause });
    }
    throw new Error(`${path} cannot be locked: it lies in a folder that the gateway may write`, {
      cause,
    });
  }
}
