import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { defaultLimits } from '../../src/exchange/exchangeLimits.js';
import type { Deployment } from '../../src/start/deployment.js';
import type { OpenRecord } from '../../src/start/gateway.js';
import { readCatalogs, readVocabulary } from '../../src/start/readCatalogs.js';

import { testCatalogDir } from './testCatalogs.js';
import { testPolicy } from './testPolicy.js';

/** What a gateway is opened over. */
export interface GatewayWorld {
  /** A folder of its own, in which the record is kept too. */
  readonly dir: string;
  readonly sources: Deployment['sources'];
  /** What of a gateway goes with these sources. */
  readonly deployment?: Partial<Deployment>;
  /** Signs a token of a client, where this is not the clients' of most tests. */
  readonly tokenOf?: (client: string) => Promise<string>;
  remove(): Promise<void>;
}

/** What takes the place of a gateway's parts: whole parts, but limits one by one. */
export interface GatewayChange extends Partial<Omit<Deployment, 'limits'>> {
  readonly limits?: Partial<Deployment['limits']>;
  /** A record in memory, in the place of the file. */
  readonly record?: OpenRecord;
}

/** What a gateway over a world is made of. */
export async function testDeployment(
  { dir, sources, deployment }: Pick<GatewayWorld, 'dir' | 'sources' | 'deployment'>,
  { limits, ...change }: Omit<GatewayChange, 'record'> = {},
): Promise<Deployment> {
  return {
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(testCatalogDir),
    sources,
    policy: testPolicy(),
    // Its clients look up what they list, so that one grant tries most of what there is.
    acceptsGuessableKeys: true,
    masterKey: randomBytes(32),
    recordFile: join(dir, 'record.jsonl'),
    maxBodySize: 100_000,
    logLevel: 'silent',
    // Tests break sources to see how that is answered, and mend them again.
    drift: { pause: 3_600_000 },
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
    ...deployment,
    ...change,
    limits: { ...defaultLimits, ...deployment?.limits, ...limits },
  };
}
