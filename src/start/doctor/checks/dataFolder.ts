import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

import { hasCode } from '../../../shared/hasCode.js';
import type { Deployment } from '../../deployment.js';
import { ok, warning, wrong, type Finding } from '../finding.js';

/** Below so many bytes the record, without which nothing is answered, may end any day. */
const littleRoom = 1_000_000_000;

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
};

async function lockFinding(recordFile: string): Promise<Finding> {
  const of = 'lock';
  const text = await readFile(`${recordFile}.lock`, 'utf8').catch(() => null);
  if (text === null) return ok(of, 'no gateway runs on the data folder');
  const pid = Number(text);
  return Number.isInteger(pid) && pid > 0 && lives(pid)
    ? ok(of, `a gateway runs on the data folder: process ${pid}`)
    : warning(
        of,
        'the process that held the data folder has died',
        'Look into its log. The next start takes the folder over.',
      );
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
