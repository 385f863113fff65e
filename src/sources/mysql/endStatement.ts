import type { PoolConnection } from 'mysql2';

import { withDeadline } from '../../shared/withDeadline.js';

import type { Killer } from './killer.js';

/** Milliseconds to wait for an ended statement to return, before it is ended again. */
const patience = 500;
const attempts = 4;

/**
 * Ends a statement that was given up, then gives its connection back. The connection stays out of
 * the pool until the server has answered the kill *and* the statement has returned, so that the
 * kill cannot hit another statement on it. A kill that arrives between the preparation of a
 * statement and its execution hits nothing, so it is repeated. A connection that does not return is
 * closed.
 *
 * @param settled resolves when the statement has returned, with or without an error
 */
export async function endStatement(
  killer: Killer,
  connection: PoolConnection,
  settled: Promise<void>,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!(await killer.kill(connection.threadId))) break;
    const back = withDeadline(settled, patience, () => new Error('the statement is not back'));
    const isBack = await back.then(
      () => true,
      () => false,
    );
    if (isBack) {
      connection.release();
      return;
    }
  }
  connection.destroy();
}
