import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defaultLimits } from '../../src/exchange/exchangeLimits.js';
import { deriveKey } from '../../src/keys/deriveKey.js';
import type { Entry } from '../../src/record/entry/entry.js';
import { verifyRecord } from '../../src/record/verify/verifyRecord.js';
import type { ObservedStatement } from '../../src/sources/openSource.js';
import type { Deployment } from '../../src/start/deployment.js';
import { createGateway, type OpenRecord } from '../../src/start/gateway.js';
import { readCatalogs, readVocabulary } from '../../src/start/readCatalogs.js';

import { plainSql } from './plainSql.js';
import { openSmallWorld, type ResidentRow } from './smallWorld.js';
import { testCatalogDir } from './testCatalogs.js';
import { tokenOf } from './testClients.js';
import { testPolicy } from './testPolicy.js';
import type { TestWorld } from './testWorld.js';

/** Who asks: a client for a purpose, or (null) the public. */
export type As = { readonly client: string; readonly purpose: string } | null;

export const asSchool: As = { client: 'school', purpose: 'enrolment' };
export const asFund: As = { client: 'fund', purpose: 'withdrawal' };

/** Who acts and for which case, as every requester with a credential states by default. */
export const occasion = { 'acting-user': 'window-07', 'case-reference': 'QD-2026-000815' };

type Headers = Readonly<Record<string, string | undefined>>;

function present(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
  readonly extensions?: { readonly tongdao: { readonly requestId: string } };
}

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
    masterKey: randomBytes(32),
    recordFile: join(dir, 'record.jsonl'),
    sourceTimeout: 5_000,
    maxBodySize: 100_000,
    logLevel: 'silent',
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
    ...deployment,
    ...change,
    limits: { ...defaultLimits, ...deployment?.limits, ...limits },
  };
}

/**
 * A whole gateway over a world, in process; requests are injected, nothing listens. The world is
 * removed with it.
 */
export async function openGatewayOver<World extends GatewayWorld>(
  world: World,
  { record, ...change }: GatewayChange = {},
) {
  const statements: ObservedStatement[] = [];
  const deployment = await testDeployment(world, {
    observe: (statement) => statements.push(plainSql(statement)),
    ...change,
  });
  const { masterKey, recordFile } = deployment;
  const gateway = await createGateway(deployment, record && (() => Promise.resolve(record)));
  const { app, catalog } = gateway;

  async function headersOf(as: As): Promise<Headers> {
    if (!as) return {};
    const token = await (world.tokenOf ?? tokenOf)(as.client);
    return { authorization: `Bearer ${token}`, purpose: as.purpose, ...occasion };
  }

  /** Posts a body as it stands; `headers` replace those that `as` would bring, undefined removes. */
  async function post(as: As, payload: string | object, headers: Headers = {}, url = '/graphql') {
    const response = await app.inject({
      method: 'POST',
      url,
      headers: present({
        'content-type': 'application/json',
        ...(await headersOf(as)),
        ...headers,
      }),
      payload,
    });
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: JSON.parse(response.body) as Body,
    };
  }

  return {
    app,
    catalog,
    dir: world.dir,
    world,
    /** Every statement that went to a source so far, in order, in plain words. */
    statements,
    post,
    ask: (as: As, query: string, variables?: Record<string, unknown>) =>
      post(as, { query, variables }),
    /** What the walk over the record finds. */
    verify: () => verifyRecord(recordFile, deriveKey('record', masterKey)),
    /** The entries of the record so far, from the first. */
    entries: () =>
      readFileSync(recordFile, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { entry: Entry }).entry),
    /** Ends it, and leaves its world. */
    end: () => gateway.close(),
    async close() {
      await gateway.close();
      await world.remove();
    },
  };
}

export type GatewayOver<World extends GatewayWorld> = Awaited<
  ReturnType<typeof openGatewayOver<World>>
>;

/** What most tests ask: a gateway over the small world. */
export async function openTestGateway(
  change: GatewayChange = {},
  rows?: readonly ResidentRow[],
): Promise<TestGateway> {
  return openGatewayOver(await openSmallWorld(rows), change);
}

export type TestGateway = GatewayOver<TestWorld>;
