import { join } from 'node:path';

import type { Demo } from '../src/start/demo.js';
import { projectDir } from '../src/start/projectDir.js';

import { demoDir } from './demoDir.js';
import { readMasterKey } from './keys/readMasterKey.js';
import { demoClients } from './policy/demoClients.js';

/** The city of Qingdao as a demo. A command loads what prepares it only where it is prepared. */
export const demo: Demo = {
  clients: demoClients.map(({ id }) => id),
  catalogDir: join(projectDir, 'schema', 'catalogs'),
  async prepare(dataDir, say, server) {
    const { prepareDemo } = await import('./prepareDemo.js');
    return prepareDemo(dataDir, say, server);
  },
  readMasterKey: (dataDir) => readMasterKey(demoDir(dataDir)),
  async welcome(dataDir, address) {
    const { curlLines } = await import('./ask/curlLines.js');
    return [
      '\nThe same operation, asked by two requesters; and a third, of its own district only:\n',
      ...(await curlLines(demoDir(dataDir), address)).map((line) => `${line}\n`),
    ];
  },
};
