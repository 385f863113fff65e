import { join } from 'node:path';

import { derivedKey } from '../../keys/derivedKey.js';
import type { AuditSettings } from '../../start/settings.js';

/** The two journals: of requests, and of who has searched them. */
export type JournalName = 'record' | 'record-access';

/** Where a journal lies that no other file is named for. */
export function journalFile(name: JournalName, { TONGDAO_DATA_DIR: dir }: AuditSettings): string {
  return join(dir, `${name}.jsonl`);
}

/** The key under which the gateway of these settings keeps a journal. */
export async function journalKey(name: JournalName, settings: AuditSettings): Promise<Uint8Array> {
  return derivedKey(name, await settings.masterKey());
}
