import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@redis/client';

import { examine, productionOver } from '../support/doctorWorld.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { testRedis } from '../support/testRedis.js';
import type { TestWorld } from '../support/testWorld.js';

const { url } = testRedis(9);

let world: TestWorld;
beforeAll(async () => {
  world = await openSmallWorld();
});
afterAll(() => world.remove());

describe('`tongdao doctor` of a Redis that answers', () => {
  it('says what it does with keys where its memory is full', async () => {
    const client = createClient({ url });
    await client.connect();
    const { 'maxmemory-policy': policy } = await client.configGet('maxmemory-policy');
    client.destroy();
    const told = await examine({ ...productionOver(world), TONGDAO_REDIS: url });
    expect(told.of('Redis')).toEqual([expect.stringContaining(policy ?? 'none')]);
    expect(told.of('clock')).toEqual(['ok: it is not behind the record']);
  });
});
