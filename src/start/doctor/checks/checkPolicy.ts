import { stat } from 'node:fs/promises';

import type { Catalog } from '../../../catalog/model/catalog.js';
import { PolicyError } from '../../../control/policy/policyError.js';
import type { PolicySeed } from '../../../control/policy/policySeed.js';
import { policyWarnings } from '../../../control/policy/policyWarnings.js';
import { compilePolicy } from '../../../control/policy/readPolicy.js';
import { readSeed } from '../../../control/policy/readSeed.js';
import { ControlStore } from '../../../control/store/controlStore.js';
import type { Deployment } from '../../deployment.js';
import { ok, warning, wrong, type Finding } from '../finding.js';

interface FoundPolicy {
  readonly findings: readonly Finding[];
  readonly seed: PolicySeed | null;
}

const database = 'control database';

/** Reads the control database as it is. A gateway's start would bring its tables up to date. */
async function readDatabase(url: string, readFile: () => PolicySeed): Promise<FoundPolicy> {
  const path = /^sqlite:(.+)$/.exec(url)?.[1];
  const isThere = path === undefined || (await stat(path).catch(() => null)) !== null;
  if (!isThere) {
    const finding = ok(
      database,
      'it is not there yet; the first start makes it of the policy file',
    );
    return { findings: [finding], seed: readFile() };
  }
  const store = await ControlStore.openAsItIs(url).catch(() => null);
  if (!store) {
    const advice = 'Check TONGDAO_CONTROL, its rights and its network.';
    return {
      findings: [wrong(database, 'it cannot be read, so nothing is answered', advice)],
      seed: null,
    };
  }
  try {
    const { revision, seed } = await store.load();
    return { findings: [ok(database, `it answers, at revision ${revision}`)], seed };
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    const says = 'its tables are not those of this version';
    return {
      findings: [warning(database, says, 'The next start brings them up to date.')],
      seed: null,
    };
  } finally {
    await store.close();
  }
}

/** Whether policy can be read, fits the catalog, and gives what its grants say. */
export async function checkPolicy(
  { control, policy, policyLock }: Deployment,
  catalog: Catalog | null,
): Promise<readonly Finding[]> {
  const of = 'policy';
  const readFile = () => readSeed(policy, policyLock);
  try {
    const { findings, seed } =
      control === undefined
        ? { findings: [], seed: readFile() }
        : await readDatabase(control, readFile);
    if (!seed || !catalog) return findings;
    const snapshot = compilePolicy(seed, catalog, 'looked at');
    const told = policyWarnings(snapshot, catalog).map((sentence) =>
      warning(of, sentence, '`tongdao explain` tells each step of it.'),
    );
    const { clients, grants } = seed;
    const fits = ok(
      of,
      `it fits the catalogs (clients: ${clients.length}, grants: ${grants.length})`,
    );
    return [...findings, fits, ...told];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map((problem) =>
      wrong(of, problem, 'Mend it: a gateway would not start with it.'),
    );
  }
}
