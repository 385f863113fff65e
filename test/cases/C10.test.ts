import { spawnSync } from 'node:child_process';
import { once } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import { openSmallWorld } from '../support/smallWorld.js';
import { asSchool, openGatewayOver } from '../support/testGateway.js';
import { startHolder } from '../unit/record/startHolder.js';

/** Gives a process ids of its own, as a container does; nothing where the system does not let it. */
const ownIds = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--kill-child'];
const [unshare = '', ...flags] = ownIds;
const hasOwnIds = spawnSync(unshare, [...flags, 'true']).status === 0;

describe('C10: two gateways on one data folder', () => {
  it('the second does not start, whatever process ids each of them sees', async () => {
    const world = await openSmallWorld();
    const lock = `${world.dir}/record.jsonl.held`;
    const first = await startHolder(world.dir, lock, hasOwnIds ? ownIds : []);
    await expect(openGatewayOver(world)).rejects.toThrow(
      `${lock} is held by another gateway: two cannot write one record`,
    );
    const exited = once(first, 'exit');
    first.kill('SIGKILL');
    await exited;
    const gateway = await openGatewayOver(world);
    const { status } = await gateway.ask(asSchool, '{ __typename }');
    expect(status).toBe(200);
    await gateway.close();
  });
});
