import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoDir } from '../../../demo/prepareDemo.js';
import { deriveKey } from '../../keys/deriveKey.js';
import type { AuditSettings } from '../../start/settings.js';

/** The two journals: of requests, and of who has searched them. */
export type JournalName = 'record' | 'record-access';

/** Where a journal lies that no other file is named for. */
export function journalFile(name: JournalName, { TONGDAO_DATA_DIR: dir }: AuditSettings): string {
  return join(dir, `${name}.jsonl`);
}

async function masterKey(settings: AuditSettings): Promise<Uint8Array> {
  if (settings.TONGDAO_MODE === 'production') return settings.TONGDAO_MASTER_KEY;
  const file = join(demoDir(settings.TONGDAO_DATA_DIR), 'master.key');
  return readFile(file).catch((cause: unknown) => {
    throw new Error('the demo has no master key yet: run `npm start` first', { cause });
  });
}

/** The key under which the gateway of these settings keeps a journal. */
export async function journalKey(name: JournalName, settings: AuditSettings): Promise<Uint8Array> {
  return deriveKey(name, await masterKey(settings));
}
