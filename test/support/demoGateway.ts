import { demoOccasion } from '../../demo/ask/demoOperation.js';
import { demo } from '../../demo/demo.js';
import { demoDir } from '../../demo/demoDir.js';
import { signToken } from '../../demo/keys/signToken.js';
import { deploy } from '../../src/start/deploy.js';
import { createGateway } from '../../src/start/gateway.js';
import { readSettings } from '../../src/start/settings.js';

import { dataDir } from './spawnGateway.js';

/** The demo's gateway, in process, over data of its own. */
export async function openDemoGateway() {
  const { dir, remove } = dataDir();
  const settings = readSettings({ TONGDAO_DATA_DIR: dir, TONGDAO_LOG_LEVEL: 'silent' });
  const gateway = await createGateway(await deploy(settings, demo, () => undefined));
  return {
    dir,
    /** What a client of the demo is answered, for the demo's occasion. */
    async ask(client: { readonly id: string; readonly purpose: string }, query: string) {
      const { body } = await gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          authorization: `Bearer ${await signToken(demoDir(dir), client.id)}`,
          purpose: client.purpose,
          'acting-user': demoOccasion.actingUser,
          'case-reference': demoOccasion.caseReference,
        },
        payload: { query },
      });
      return JSON.parse(body) as { readonly data?: unknown };
    },
    async close() {
      await gateway.close();
      remove();
    },
  };
}

export type DemoGateway = Awaited<ReturnType<typeof openDemoGateway>>;
