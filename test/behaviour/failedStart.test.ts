import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { createGateway } from '../../src/start/gateway.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { testDeployment } from '../support/testDeployment.js';

let world: Awaited<ReturnType<typeof openSmallWorld>>;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.remove());

it('leaves nothing open behind a start that fails last, so that the process ends and the record is free', async () => {
  const deployment = await testDeployment(world);
  // Of the server's own, which is made last.
  const failing = { ...deployment, maxBodySize: -1 };
  await expect(createGateway(failing)).rejects.toThrow(/bodyLimit/);
  const gateway = await createGateway(deployment);
  await gateway.close();
});
