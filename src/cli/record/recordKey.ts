import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoDir } from '../../../demo/prepareDemo.js';
import { deriveKey } from '../../keys/deriveKey.js';
import type { AuditSettings } from '../../start/settings.js';

/** The two records: of requests, and of who has searched them. */
export type RecordName = 'record' | 'record-access';

/** Where a record lies, unless another file is named. */
export function recordFile(name: RecordName, { TONGDAO_DATA_DIR: dir }: AuditSettings): string {
  return join(dir, `${name}.jsonl`);
}

async function readMasterKey(settings: AuditSettings): Promise<Uint8Array> {
  if (settings.TONGDAO_MODE === 'production') return settings.TONGDAO_MASTER_KEY;
  const file = join(demoDir(settings.TONGDAO_DATA_DIR), 'master.key');
  return readFile(file).catch((cause: unknown) => {
    throw new Error('the demo has no master key yet: run `npm start` first', { cause });
  });
}

/** The key under which a gateway of these settings keeps a record. */
export async function recordKey(name: RecordName, settings: AuditSettings): Promise<Uint8Array> {
  return deriveKey(name, await readMasterKey(settings));
}
