import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openSmallWorld } from '../support/smallWorld.js';
import {
  runCli,
  runToEnd,
  spawnGateway,
  withoutDemo,
  type Environment,
} from '../support/spawnGateway.js';
import { testCatalogDir } from '../support/testCatalogs.js';
import { testPolicy } from '../support/testPolicy.js';
import type { TestWorld } from '../support/testWorld.js';

let world: TestWorld;
let production: Environment;
beforeAll(async () => {
  world = await openSmallWorld();
  const policyFile = join(world.dir, 'policy.json');
  // A start takes no grant by which a number could be found out by trying.
  const policy = JSON.parse(testPolicy()) as { grants: { id: string }[] };
  const grants = policy.grants.filter(({ id }) => id === 'G-3');
  writeFileSync(policyFile, JSON.stringify({ ...policy, grants }));
  production = {
    TONGDAO_MODE: 'production',
    TONGDAO_CATALOG_DIR: testCatalogDir,
    TONGDAO_SOURCES: JSON.stringify(Object.fromEntries(world.sources)),
    TONGDAO_POLICY_FILE: policyFile,
    TONGDAO_MASTER_KEY: 'ab'.repeat(32),
  };
});
afterAll(() => world.remove());

describe('mode `demo` of the entries in `src`, into which no demo is brought', () => {
  const sentence =
    'There is no demo here: state TONGDAO_MODE=production with catalogs, sources, policy and master key of your own; or start the demo by `npm start`, and ask it by `npx tongdao`.\n';

  it('starts no gateway, and says what would be right', () => {
    const dir = join(world.dir, 'none');
    const { status, stderr } = runToEnd({ TONGDAO_DATA_DIR: dir }, 15_000, withoutDemo);
    expect([status, stderr]).toEqual([1, sentence]);
    expect(existsSync(dir)).toBe(false);
  });

  it.each([
    [['check'], 2],
    [['explain', '--public'], 1],
    [['schema'], 1],
    [['audit', 'verify'], 2],
  ])('answers no command: %j', (args, code) => {
    const dir = join(world.dir, 'none');
    const answer = runCli(args, { TONGDAO_DATA_DIR: dir }, withoutDemo);
    expect(answer).toEqual({ status: code, stdout: '', stderr: sentence });
    expect(existsSync(dir)).toBe(false);
  });

  it.each(['token', 'emit'])('has no command that is of the demo: %s', (command) => {
    const { status, stdout, stderr } = runCli([command], production, withoutDemo);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`unknown command '${command}'`);
  });
});

describe('mode `production` of the entries in `src`', () => {
  it('starts, answers and ends', async () => {
    const gateway = await spawnGateway(join(world.dir, 'data'), production, withoutDemo);
    try {
      await gateway.ready();
      const answer = await gateway.post({}, { query: '{ __typename }' });
      expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
      gateway.child.kill('SIGTERM');
      expect(await gateway.endedWithin(10_000)).toEqual([0, null]);
      expect(gateway.output.stdout).not.toMatch(/curl/);
      expect(gateway.output.stderr).toBe('');
    } finally {
      await gateway.kill();
    }
  });

  it('answers the commands', () => {
    const settings = { ...production, TONGDAO_DATA_DIR: join(world.dir, 'data') };
    expect(runCli(['check'], settings, withoutDemo)).toEqual({
      status: 0,
      stdout: 'no faults in 2 catalogs\n',
      stderr: '',
    });
    expect(runCli(['explain', '--public'], settings, withoutDemo).stdout).toMatch(/^the public\n/);
    expect(runCli(['audit', 'verify'], settings, withoutDemo).stdout).toMatch(
      / is sound: 1 line\n$/,
    );
  });
});
