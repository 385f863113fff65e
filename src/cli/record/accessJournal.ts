import { userInfo } from 'node:os';

import { Hmac } from '../../keys/hmac.js';
import type { Criteria } from '../../record/search/criteria.js';
import { Journal } from '../../record/write/journal.js';
import type { AuditSettings } from '../../start/settings.js';

import { journalFile, journalKey } from './auditKey.js';

/** Who looked into the record, and for what. */
interface Access {
  readonly at: string;
  /** The user of the operating system, as a keyed hash. */
  readonly who: string;
  readonly criteria: Criteria;
}

/** Puts a search on a record of its own, before anything of what it finds is shown. */
export async function recordAccess(criteria: Criteria, settings: AuditSettings): Promise<void> {
  const key = await journalKey('record-access', settings);
  const journal = await Journal.open<Access>(journalFile('record-access', settings), key);
  try {
    const who = new Hmac(key).of('os-user', userInfo().username);
    await journal.append({ at: new Date().toISOString(), who, criteria });
  } finally {
    await journal.close();
  }
}
