import type { PoolConnection } from 'mysql2';

import { withDeadline } from '../../shared/withDeadline.js';

import { cut } from './cut.js';
import type { Killer } from './killer.js';

/** Milliseconds to wait for an ended statement to return, before it is ended again. */
const patience = 500;
const attempts = 4;

/**
 * Ends a statement that was given up, then gives its connection back. The connection stays out of
 * the pool until the server has answered the kill *and* the statement has returned, so that the
 * kill cannot hit another statement on it. A kill that arrives between the preparation of a
 * statement and its execution hits nothing, so it is repeated; so is one that was not answered,
 * because its connection may have been silent for long. A connection that does not return is
 * ended.
 *
 * @param settled resolves when the statement has returned, with or without an error
 * @returns whether the connection is fit again
 */
export async function endStatement(
  killer: Killer,
  connection: PoolConnection,
  settled: Promise<void>,
): Promise<boolean> {
  let unanswered = 0;
  for (let attempt = 0; attempt < attempts && unanswered < 2; attempt++) {
    if (!(await killer.kill(connection.threadId))) {
      unanswered += 1;
      continue;
    }
    const back = withDeadline(settled, patience, () => new Error('the statement is not back'));
    const isBack = await back.then(
      () => true,
      () => false,
    );
    if (isBack) {
      connection.release();
      return true;
    }
  }
  cut(connection);
  return false;
}
