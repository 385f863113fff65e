import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { readCatalogs, readVocabulary } from '../../src/cli/projectFiles.js';
import { createGateway, type Deployment } from '../../src/gateway.js';
import { defaultLimits } from '../../src/plan/limits.js';
import { openSmallWorld } from '../support/smallWorld.js';
import { testCatalogDir } from '../support/testCatalogs.js';
import { testPolicy } from '../support/testPolicy.js';

let world: Awaited<ReturnType<typeof openSmallWorld>>;
beforeEach(async () => {
  world = await openSmallWorld();
});
afterEach(() => world.remove());

async function deployment(change: Partial<Deployment>): Promise<Deployment> {
  return {
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(testCatalogDir),
    sources: world.sources,
    policy: testPolicy(),
    masterKey: randomBytes(32),
    recordFile: join(world.dir, 'record.jsonl'),
    limits: defaultLimits,
    sourceTimeout: 5_000,
    maxBodySize: 100_000,
    logLevel: 'silent',
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
    ...change,
  };
}

it('leaves nothing open behind a start that fails last, so that the process ends and the record is free', async () => {
  const masterKey = randomBytes(32);
  // Of the server's own, which is made last.
  const failing = await deployment({ masterKey, maxBodySize: -1 });
  await expect(createGateway(failing)).rejects.toThrow(/bodyLimit/);
  const gateway = await createGateway(await deployment({ masterKey }));
  await gateway.close();
});
