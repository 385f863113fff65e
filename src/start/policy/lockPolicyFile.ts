import { readFile, writeFile } from 'node:fs/promises';

import { lockPolicy, type LockedEvery } from '../../control/policy/lock/lockPolicy.js';
import { lockFileOf, readLock, writeLock } from '../../control/policy/lock/policyLock.js';
import { readStatedPolicy } from '../../control/policy/lock/statedPolicy.js';
import { readPolicy } from '../../control/policy/readPolicy.js';
import type { SourceName } from '../../shared/brand.js';
import { closeAll, openCatalog } from '../openCatalog.js';
import { readCatalogs, readVocabulary } from '../readCatalogs.js';
import type { LockSettings } from '../settings.js';

import { readPolicyLock } from './readPolicyLock.js';

/** What a lock came to, and where it lies. */
export interface Locked {
  readonly file: string;
  readonly every: readonly LockedEvery[];
}

/**
 * Writes the lock of a policy file: what each "*" of it stands for, by the catalogs and sources of now. A
 * policy that could not be used with it gets none.
 *
 * @param anew ids of grants of which the lock that is there is not kept
 */
export async function lockPolicyFile(
  { TONGDAO_POLICY_FILE, TONGDAO_CATALOG_DIR, TONGDAO_SOURCES }: LockSettings,
  anew: readonly string[],
): Promise<Locked> {
  const text = await readFile(TONGDAO_POLICY_FILE, 'utf8');
  const { catalog, connectors } = await openCatalog({
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(TONGDAO_CATALOG_DIR),
    sources: new Map(
      Object.entries(TONGDAO_SOURCES).map(([name, url]) => [name as SourceName, url]),
    ),
  });
  try {
    const before = readLock(await readPolicyLock(TONGDAO_POLICY_FILE));
    const { lock, every } = lockPolicy(readStatedPolicy(text), before, catalog, new Set(anew));
    const written = writeLock(lock);
    readPolicy(text, catalog, written);
    const file = lockFileOf(TONGDAO_POLICY_FILE);
    await writeFile(file, written);
    return { file, every };
  } finally {
    await closeAll(connectors);
  }
}
