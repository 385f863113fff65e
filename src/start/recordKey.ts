import { join } from 'node:path';

import { deriveKey } from '../keys/deriveKey.js';

import type { AuditSettings } from './settings.js';

/** The two records: of requests, and of who has searched them. */
export type RecordName = 'record' | 'record-access';

/** Where a record lies, unless another file is named. */
export function recordFile(name: RecordName, { TONGDAO_DATA_DIR: dir }: AuditSettings): string {
  return join(dir, `${name}.jsonl`);
}

/** The key under which a gateway of these settings keeps a record. */
export async function recordKey(name: RecordName, settings: AuditSettings): Promise<Uint8Array> {
  return deriveKey(name, await settings.masterKey());
}
