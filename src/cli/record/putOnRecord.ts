import { userInfo } from 'node:os';

import { recordAccess, type Act } from '../../record/access/recordAccess.js';
import { recordFile, recordKey } from '../../start/recordKey.js';
import type { AuditSettings } from '../../start/settings.js';

/** Puts what the user of this process does with the record on the record of searches, before it is done. */
export async function putOnRecord(act: Act, settings: AuditSettings): Promise<void> {
  const key = await recordKey('record-access', settings);
  const { username } = userInfo();
  await recordAccess(recordFile('record-access', settings), key, username, act);
}
