import type { PoolConnection } from 'mysql2';

import { withDeadline } from '../../shared/withDeadline.js';

import type { Killer } from './killer.js';

/** Milliseconds that an ended statement has to come back before it is ended again. */
const patience = 500;
const attempts = 4;

/**
 * Ends a statement that was given up, then gives its connection back. The connection stays checked
 * out until the server has answered the kill *and* the statement has come back: no other statement
 * can begin on it that the kill could hit. A kill may come too early, between the preparation of a
 * statement and its execution, when it hits nothing; hence again. A connection that does not come
 * back is closed.
 *
 * @param settled resolves when the statement has come back, with or without an error
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
