import { deriveKey } from '../../../keys/deriveKey.js';
import { isRecordThere, verifyRecord } from '../../../record/verify/verifyRecord.js';
import type { Deployment } from '../../deployment.js';
import { ok, wrong, type Finding } from '../finding.js';

const of = 'record';

/** Whether the record is what the gateway wrote, under this master key. */
export async function checkRecord({
  recordFile,
  masterKey,
}: Deployment): Promise<readonly Finding[]> {
  const key = deriveKey('record', masterKey);
  if (!(await isRecordThere(recordFile, key))) return [ok(of, 'nothing is on record yet')];
  const { lines, damages } = await verifyRecord(recordFile, key);
  if (damages.length === 0) return [ok(of, `it is sound (lines: ${lines})`)];
  return [
    wrong(
      of,
      `it is not what a gateway of this master key wrote: ${damages.length} damages in ${lines} lines`,
      '`tongdao record verify` tells each. Keep the file; state the master key that it was written under.',
    ),
  ];
}
