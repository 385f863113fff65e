import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { dataDir, spawnGateway, type SpawnedGateway } from '../support/spawnGateway.js';

const data = dataDir();
let gateway: SpawnedGateway;
beforeAll(async () => {
  gateway = await spawnGateway(data.dir, { TONGDAO_DRAIN_TIME: '1500' });
  await gateway.ready();
}, 60_000);
afterAll(async () => {
  await gateway.kill();
  data.remove();
});

const statusOf = (path: string, init?: RequestInit) =>
  fetch(`${gateway.address}${path}`, init).then(
    async (answer) => [answer.status, await answer.text()] as const,
    () => 'closed' as const,
  );
const ask = () =>
  statusOf('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });

describe('C14: SIGTERM', () => {
  it('says for a set time that it drains, and answers on, before the port closes', async () => {
    const [status] = await statusOf('/readyz');
    expect(status).toBe(200);
    const begun = performance.now();
    gateway.child.kill('SIGTERM');
    await setTimeout(300);
    const [draining, why] = await statusOf('/readyz');
    expect([draining, why]).toEqual([503, expect.stringContaining('draining')]);
    expect((await ask())[0]).toBe(200);
    expect(await gateway.endedWithin(10_000)).toEqual([0, null]);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(1_400);
    expect(await ask()).toBe('closed');
  });
});
