import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

import { openMariadbWorld } from './mariadbWorld.js';
import { openPostgresWorld } from './postgresWorld.js';
import { openSqliteWorld } from './sqliteWorld.js';
import { keyOf } from './testClients.js';
import type { GatewayChange } from './testDeployment.js';
import { openTestGateway } from './testGateway.js';
import { validUntil } from './testPolicy.js';
import type { WorldSource } from './testWorld.js';

type Resources = PolicySeedInput['grants'][number]['resources'];

/** The directives of a type that anybody may be granted, in clear. */
export const shared = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE) @classify(level: L1, category: GENERAL)`;

/** Writes \`@resource\` for a table; `code` has four digits. */
export function resourceOf(table: string, code: string, rest = 'pageBy: "row_id"'): string {
  return `@resource(code: "370200-0009-00${code}", title: "${table}", table: "${table}", updateCycle: DAILY, ${rest})`;
}

const openers = {
  sqlite: openSqliteWorld,
  mariadb: openMariadbWorld,
  postgres: openPostgresWorld,
} as const;

/** The kinds of database that a test's own tables may lie in. */
export type OwnKind = keyof typeof openers;

/** Tables of a test's own, and what is offered and granted of them. */
export interface OwnTables {
  readonly kind: OwnKind;
  readonly statements: Partial<Readonly<Record<WorldSource, readonly string[]>>>;
  /** The types of the catalog of each source. */
  readonly types: Partial<Readonly<Record<WorldSource, string>>>;
  readonly resources: Resources;
  readonly rules?: PolicySeedInput['rules'];
  /** Parts of the gateway that are not the default. */
  readonly change?: GatewayChange;
}

/** A gateway over tables of a test's own, whose one client asks for all that it was granted. */
export async function openOwnGateway({
  kind,
  statements,
  types,
  resources,
  rules = [],
  change,
}: OwnTables) {
  const none = ['CREATE TABLE unused (row_id BIGINT PRIMARY KEY NOT NULL)'];
  const world = await openers[kind]({ population: none, divisions: none, ...statements }, []);
  const policy: PolicySeedInput = {
    clients: [{ id: 'asker', agency: 'asking', keys: [keyOf('asker').registered] }],
    grants: [{ id: 'G-1', client: 'asker', purpose: 'asking', validUntil, resources }],
    rules,
  };
  const catalogs = Object.entries(types).map(([source, text]) => ({
    file: `${source}.graphql`,
    text: `extend schema @catalog(agency: "own-${source}", source: "${source}")\n${text}`,
  }));
  const gateway = await openTestGateway({
    sources: world.sources,
    catalogs,
    policy: JSON.stringify(policy),
    ...change,
  }).catch(async (error: unknown) => {
    await world.remove();
    throw error;
  });
  return {
    ...gateway,
    /** The sources' owner. */
    world,
    async ask(query: string, variables?: Record<string, unknown>) {
      const { body } = await gateway.ask({ client: 'asker', purpose: 'asking' }, query, variables);
      return body;
    },
    async close() {
      await gateway.close();
      await world.remove();
    },
  };
}

export type OwnGateway = Awaited<ReturnType<typeof openOwnGateway>>;
