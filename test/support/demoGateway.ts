import { demo } from '../../demo/demo.js';
import { demoDir } from '../../demo/demoDir.js';
import { signToken } from '../../demo/keys/signToken.js';
import { deploy } from '../../src/start/deploy.js';
import { readSettings } from '../../src/start/settings.js';

import { temporaryFolder } from './temporaryFolder.js';
import type { GatewayChange, GatewayWorld } from './testDeployment.js';
import { openGatewayOver, type GatewayOver } from './testGateway.js';

/** The demo's world, made where it is not there yet. */
async function openDemo({ dir, remove } = temporaryFolder()): Promise<GatewayWorld> {
  const settings = readSettings({ TONGDAO_DATA_DIR: dir, TONGDAO_LOG_LEVEL: 'silent' });
  const deployment = await deploy(settings, demo, () => undefined);
  return {
    dir,
    sources: deployment.sources,
    deployment,
    tokenOf: (client) => signToken(demoDir(dir), client),
    remove: () => {
      remove();
      return Promise.resolve();
    },
  };
}

/**
 * The demo's gateway, in process.
 *
 * @param folder one of its own, if none is given
 */
export async function openDemoGateway(
  change: GatewayChange = {},
  folder?: ReturnType<typeof temporaryFolder>,
): Promise<DemoGateway> {
  return openGatewayOver(await openDemo(folder), change);
}

export type DemoGateway = GatewayOver<GatewayWorld>;
