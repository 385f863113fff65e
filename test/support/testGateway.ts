import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { defaultLimits } from '../../src/exchange/exchangeLimits.js';
import { deriveKey } from '../../src/keys/deriveKey.js';
import type { Entry } from '../../src/record/entry/entry.js';
import { verifyRecord } from '../../src/record/verify/verifyRecord.js';
import type { ObservedStatement } from '../../src/sources/openSource.js';
import type { Deployment } from '../../src/start/deployment.js';
import { createGateway } from '../../src/start/gateway.js';
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

/** What a gateway over a world is made of; `change` takes the place of parts. */
export async function testDeployment(
  { dir, sources }: Pick<TestWorld, 'dir' | 'sources'>,
  change: Partial<Deployment> = {},
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
    limits: defaultLimits,
    sourceTimeout: 5_000,
    maxBodySize: 100_000,
    logLevel: 'silent',
    explorer: () => Promise.resolve({ operation: '', requesters: [] }),
    ...change,
  };
}

/** A whole gateway over the small world, in process; requests are injected, nothing listens. */
export async function openTestGateway(
  change: Partial<Deployment> = {},
  rows?: readonly ResidentRow[],
) {
  const world = await openSmallWorld(rows);
  const { dir } = world;
  const statements: ObservedStatement[] = [];
  const deployment = await testDeployment(world, {
    observe: (statement) => statements.push(plainSql(statement)),
    ...change,
  });
  const { masterKey, recordFile } = deployment;
  const gateway = await createGateway(deployment);

  async function headersOf(as: As): Promise<Headers> {
    if (!as) return {};
    const authorization = `Bearer ${await tokenOf(as.client)}`;
    return { authorization, purpose: as.purpose, ...occasion };
  }

  /** Posts a body as it stands; `headers` replace those that `as` would bring, undefined removes. */
  async function post(as: As, payload: string | object, headers: Headers = {}) {
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/graphql',
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
    gateway,
    dir,
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
    async close() {
      await gateway.close();
      await world.remove();
    },
  };
}

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>;
