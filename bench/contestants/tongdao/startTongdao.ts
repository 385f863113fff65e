import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { demo } from '../../../demo/demo.js';
import { defaultLimits } from '../../../src/exchange/exchangeLimits.js';
import type { SourceName } from '../../../src/shared/brand.js';
import { createGateway, type OpenRecord } from '../../../src/start/gateway.js';
import { readCatalogs, readVocabulary } from '../../../src/start/readCatalogs.js';
import type { BenchData } from '../../benchData.js';
import { poolSizeOf } from '../poolSize.js';
import type { Contestant } from '../serve.js';

import { createClient } from './benchClient.js';
import { benchPolicy } from './benchPolicy.js';

/**
 * The gateway as it is deployed, but for its policy and two limits: nothing is turned off.
 *
 * @param record stands in the place of the record, to measure what a record costs
 */
export async function startTongdao(
  { urls, dir }: BenchData,
  record?: OpenRecord,
): Promise<Contestant> {
  const client = await createClient();
  const deployment = {
    vocabulary: await readVocabulary(),
    catalogs: await readCatalogs(demo.catalogDir),
    sources: new Map(Object.entries(urls).map(([name, url]) => [name as SourceName, url])),
    sourceLimits: { statements: Math.max(...Object.values(urls).map(poolSizeOf)) },
    policy: benchPolicy(client),
    // One client lists, looks up and follows all that there is, which no real grant gives.
    acceptsGuessableKeys: true,
    masterKey: randomBytes(32),
    recordFile: join(dir, 'record.jsonl'),
    // Load asks for one resident as often as it can; whom it asks for is counted all the same.
    limits: { ...defaultLimits, maxSubjectLookups: 1_000_000_000, maxSubjects: 1_000_000_000 },
    maxBodySize: 100_000,
    logLevel: 'info',
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
  };
  const gateway = await createGateway(deployment, record && (() => Promise.resolve(record)));
  const origin = await gateway.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: {
      url: `${origin}/graphql`,
      headers: {
        authorization: `Bearer ${client.token}`,
        purpose: client.purpose,
        'acting-user': 'bench',
        'case-reference': 'bench',
      },
    },
    close: () => gateway.close(),
  };
}
