import { withDeadline } from '../../shared/withDeadline.js';
import { requireDemo, type Demo } from '../demo.js';
import { deploy } from '../deploy.js';
import type { Deployment } from '../deployment.js';
import { readSettings, SettingsError, type Environment, type Settings } from '../settings.js';

import { checkClock } from './checks/checkClock.js';
import { checkDataFolder } from './checks/checkDataFolder.js';
import { checkFileModes } from './checks/checkFileModes.js';
import { checkPolicy } from './checks/checkPolicy.js';
import { checkRecord } from './checks/checkRecord.js';
import { checkRedis } from './checks/checkRedis.js';
import { checkSources } from './checks/checkSources.js';
import { ok, wrong, type Finding } from './finding.js';

/** When a check is given up, in milliseconds. That of a long record takes longest. */
const patience = 120_000;

/** Runs a check to its end. What it throws may hold addresses, so only that it failed is told. */
async function finish<T>(of: string, check: Promise<T>, otherwise: (failed: Finding) => T) {
  const late = () => new Error('late');
  return withDeadline(check, patience, late).catch((error: unknown) => {
    const says =
      error instanceof Error && error.message === 'late'
        ? `it could not be checked within ${patience / 1_000} s`
        : 'it could not be checked';
    return otherwise(wrong(of, says, 'Look whether this user may read it.'));
  });
}

/** A demo that was not prepared is not prepared by looking at it. */
async function requirePrepared({ TONGDAO_MODE, TONGDAO_DATA_DIR }: Settings, demo: Demo | null) {
  if (TONGDAO_MODE === 'demo') await requireDemo(demo).readMasterKey(TONGDAO_DATA_DIR);
}

async function findingsOf(deployment: Deployment): Promise<readonly Finding[]> {
  const run = (of: string, check: Promise<readonly Finding[]>) =>
    finish(of, check, (failed) => [failed]);
  const sources = await finish('sources', checkSources(deployment), (failed) => ({
    findings: [failed],
    catalog: null,
  }));
  const others = await Promise.all([
    run('policy', checkPolicy(deployment, sources.catalog)),
    run('Redis', checkRedis(deployment)),
    run('data folder', checkDataFolder(deployment)),
    run('file modes', checkFileModes(deployment)),
    run('record', checkRecord(deployment)),
    run('clock', checkClock(deployment)),
  ]);
  return [...sources.findings, ...others.flat()];
}

/**
 * Checks an installation as its gateway would find it, and changes nothing of it.
 *
 * @param demo null for an entry that brings none
 */
export async function diagnose(env: Environment, demo: Demo | null): Promise<readonly Finding[]> {
  const of = 'settings';
  try {
    const settings = readSettings(env);
    await requirePrepared(settings, demo);
    const deployment = await deploy(settings, demo, () => undefined);
    const read = ok(of, `mode ${settings.TONGDAO_MODE}`);
    return [read, ...(await findingsOf(deployment))];
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.problems.map((problem) => wrong(of, problem, 'The README tells each setting.'));
    }
    const told = error instanceof Error && error.cause === undefined ? error.message : null;
    return [
      wrong(
        of,
        told ?? 'a file that they name cannot be read',
        'Check the folders and files that the settings name.',
      ),
    ];
  }
}
