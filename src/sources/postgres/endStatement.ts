import { withDeadline } from '../../shared/withDeadline.js';

import { cancel } from './cancel.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

/** Milliseconds to wait for an ended statement to return, before it is ended again. */
const patience = 500;
const attempts = 4;

/**
 * Ends a statement that was given up, then gives its session back. The session stays out of use until
 * the server has answered *and* the statement has returned, so that the request cannot hit another
 * statement on it. A request that arrives between the preparation of a statement and its execution hits
 * nothing, so it is repeated. A session that does not return is ended.
 *
 * @param settled resolves when the statement has returned, with or without an error
 * @returns whether the session is fit again
 */
export async function endStatement(
  sessions: Sessions,
  session: Session,
  settled: Promise<void>,
): Promise<boolean> {
  const { key } = session;
  let unanswered = 0;
  for (let attempt = 0; key && attempt < attempts && unanswered < 2; attempt++) {
    if (!(await cancel(sessions.config, key))) {
      unanswered += 1;
      continue;
    }
    const back = withDeadline(settled, patience, () => new Error('the statement is not back'));
    const isBack = await back.then(
      () => true,
      () => false,
    );
    if (isBack) {
      sessions.give(session);
      return true;
    }
  }
  return false;
}
