import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

import { lockFile } from '../../../record/write/lockFile.js';
import type { Deployment } from '../../deployment.js';
import { ok, warning, wrong, type Finding } from '../finding.js';

/** Below so many bytes the record, without which nothing is answered, may end any day. */
const littleRoom = 1_000_000_000;

/** Whether a gateway holds the folder. The lock is let go of at once; nothing is made. */
async function lockFinding(recordFile: string): Promise<Finding> {
  const of = 'lock';
  const file = `${recordFile}.held`;
  const exists = await stat(file).catch(() => null);
  if (!exists) return ok(of, 'no gateway runs on the data folder');
  try {
    lockFile(file).release();
    return ok(of, 'no gateway runs on the data folder');
  } catch {
    return ok(of, 'a gateway runs on the data folder');
  }
}

/** Whether the data folder can be written, has room, and who holds it. */
export async function checkDataFolder({ recordFile }: Deployment): Promise<readonly Finding[]> {
  const of = 'data folder';
  const folder = dirname(recordFile);
  const found = await stat(folder).catch(() => null);
  if (!found) return [ok(of, 'it is not there yet; the first start makes it')];
  if (!found.isDirectory()) {
    return [wrong(of, 'it is no folder', 'Name a folder by TONGDAO_DATA_DIR.')];
  }
  const isOpen = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isOpen) {
    return [
      wrong(
        of,
        'this user cannot write it',
        'Run as the user of the gateway, or give it the folder.',
      ),
    ];
  }
  const { bavail, bsize } = await statfs(folder);
  const room = bavail * bsize;
  const written =
    room < littleRoom
      ? warning(
          of,
          `it has room for ${Math.floor(room / 1e6)} MB more`,
          'Make room: where the record cannot be written, nothing is answered.',
        )
      : ok(of, 'it can be written');
  return [written, await lockFinding(recordFile)];
}
