import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Finding } from '../../src/start/doctor/finding.js';

import { callCli } from './callCli.js';
import type { Environment } from './spawnGateway.js';
import { testCatalogDir } from './testCatalogs.js';
import { testPolicy } from './testPolicy.js';
import type { TestWorld } from './testWorld.js';

export const secret = 'SECRETsecret';

/** The settings of an installation for production over a world. */
export function productionOver({ dir, sources }: TestWorld): Environment {
  const policyFile = join(dir, 'policy.json');
  // A start takes no grant by which a number could be found out by trying.
  const policy = JSON.parse(testPolicy()) as { grants: { id: string }[] };
  const grants = policy.grants.filter(({ id }) => id === 'G-3');
  writeFileSync(policyFile, JSON.stringify({ ...policy, grants }));
  return {
    TONGDAO_MODE: 'production',
    TONGDAO_DATA_DIR: join(dir, 'data'),
    TONGDAO_CATALOG_DIR: testCatalogDir,
    TONGDAO_SOURCES: JSON.stringify(Object.fromEntries(sources)),
    TONGDAO_POLICY_FILE: policyFile,
    TONGDAO_MASTER_KEY: 'ab'.repeat(32),
    TONGDAO_LOG_LEVEL: 'silent',
  };
}

/** What \`tongdao doctor\` says of an installation. */
export async function examine(settings: Environment) {
  const { status, stdout, stderr } = await callCli(['doctor', '--json'], settings);
  const { sound, findings } = JSON.parse(stdout) as { sound: boolean; findings: Finding[] };
  const of = (name: string) =>
    findings.flatMap((found) => (found.of === name ? [`${found.verdict}: ${found.says}`] : []));
  return { status, stdout, stderr, sound, findings, of };
}
