import { stat } from 'node:fs/promises';

import { deriveKey } from '../../../keys/deriveKey.js';
import { reportGone } from '../../../record/verify/reportGone.js';
import { verifyRecord } from '../../../record/verify/verifyRecord.js';
import type { Deployment } from '../../deployment.js';
import { ok, wrong, type Finding } from '../finding.js';

const of = 'record';

/** Whether the record is what the gateway wrote, under this master key. */
export async function checkRecord({
  recordFile,
  masterKey,
}: Deployment): Promise<readonly Finding[]> {
  const key = deriveKey('record', masterKey);
  const isThere = await stat(recordFile).then(
    () => true,
    () => false,
  );
  const report = await (isThere ? verifyRecord(recordFile, key) : reportGone(recordFile, key));
  if (!report) return [ok(of, 'nothing is on record yet')];
  const { lines, damages } = report;
  if (damages.length === 0) return [ok(of, `it is sound (lines: ${lines})`)];
  return [
    wrong(
      of,
      `it is not what a gateway of this master key wrote: ${damages.length} damages in ${lines} lines`,
      '`tongdao record verify` tells each. Keep the file; state the master key that it was written under.',
    ),
  ];
}
