import { deriveKey } from '../../src/keys/deriveKey.js';
import type { Entry } from '../../src/record/entry/entry.js';
import { verifyRecord } from '../../src/record/verify/verifyRecord.js';
import type { ObservedStatement } from '../../src/sources/openSource.js';
import { createGateway } from '../../src/start/gateway.js';

import { plainSql } from './plainSql.js';
import { recordText } from './recordText.js';
import { openSmallWorld, type ResidentRow } from './smallWorld.js';
import { tokenOf } from './testClients.js';
import { testDeployment, type GatewayChange, type GatewayWorld } from './testDeployment.js';
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
  const { app, catalog, live } = gateway;

  async function headersOf(as: As): Promise<Readonly<Record<string, string>>> {
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
    /** The catalog as its sources are now. */
    live,
    /** What a requester proves itself by, states as its purpose, and tells of its occasion. */
    headersOf,
    dir: world.dir,
    deployment,
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
      recordText(recordFile)
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
