import { join } from 'node:path';

import { deriveKey } from '../../../src/keys/deriveKey.js';
import { verifyRecord } from '../../../src/record/verify/verifyRecord.js';
import { recordText } from '../../support/recordText.js';

import { unless } from './attack.js';

/** The request ids of a record's whole lines. */
function recordedIds(file: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const line of recordText(file).split('\n').slice(0, -1)) {
    const [, id] = /"requestId":"([0-9a-f-]{36})"/.exec(line) ?? [];
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** What is wrong with a folder's record; nothing where it verifies and holds all that was received. */
export async function recordFaults(
  dir: string,
  masterKey: Uint8Array,
  received: readonly string[],
): Promise<readonly string[]> {
  const file = join(dir, 'record.jsonl');
  const { damages } = await verifyRecord(file, deriveKey('record', masterKey));
  const recorded = recordedIds(file);
  const lacking = received.filter((id) => !recorded.has(id)).length;
  return [
    ...unless(damages.length === 0, `the record has ${damages.length} damages`),
    ...unless(lacking === 0, `${lacking} of ${received.length} answers have no entry`),
  ];
}
