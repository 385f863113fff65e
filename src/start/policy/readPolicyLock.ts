import { readFile } from 'node:fs/promises';

import { lockFileOf } from '../../control/policy/lock/policyLock.js';

/** The text of a policy file's lock; undefined where there is none. */
export async function readPolicyLock(policyFile: string): Promise<string | undefined> {
  return readFile(lockFileOf(policyFile), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
}
