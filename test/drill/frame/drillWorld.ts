import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createConnection } from 'mysql2/promise';

import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { openOwnMariadb } from '../../support/ownServers.js';
import { temporaryFolder } from '../../support/temporaryFolder.js';
import { keyOf, tokenOf } from '../../support/testClients.js';

/** How many people there are to be looked up. */
export const people = 20_000;

/** What a large table holds, so that to count it is heavy. */
export interface DrillSize {
  readonly houses: number;
}

const shared = `@share(attribute: CONDITIONAL, condition: "x", basis: "公共图书馆法 第四十三条")
  @open(attribute: NONE) @classify(level: L1, category: GENERAL)`;

const resourceOf = (table: string, code: string, rest = '') =>
  `@resource(code: "370200-0009-00${code}", title: "${table}", table: "${table}", updateCycle: DAILY, pageBy: "row_id"${rest})`;

const catalog = `extend schema @catalog(agency: "drill", source: "drill")
type Person ${resourceOf('person', '0001', ', subject: "no"')} ${shared} {
  no: ID! @key
  name: String!
}
type House ${resourceOf('house', '0002')} ${shared} {
  no: ID! @key
  partOf: ID! @column(name: "part_of")
  builtIn: Int! @column(name: "built_in")
  parts: [House!] @link(from: "no", to: "partOf")
}`;

const resources: PolicySeedInput['grants'][number]['resources'] = {
  Person: { reach: ['LIST', 'LOOKUP'], fields: { no: { uses: ['LOOKUP'] }, name: {} } },
  House: {
    reach: ['LIST', 'LOOKUP', 'LINKED'],
    fields: {
      no: { uses: ['LOOKUP', 'JOIN', 'FILTER'] },
      partOf: { uses: ['JOIN', 'FILTER'] },
      builtIn: { uses: ['FILTER', 'GROUP'] },
    },
    links: ['parts'],
  },
};

/** Who attacks, and who must not feel it: two clients with a grant each. */
const clients = ['attacker', 'other'] as const;
export type DrillClient = (typeof clients)[number];

const policy: PolicySeedInput = {
  clients: clients.map((id) => ({ id, agency: 'asking', keys: [keyOf(id).registered] })),
  grants: clients.map((client) => ({
    id: `G-${client}`,
    client,
    purpose: 'drill',
    validUntil: '2099-12-31T00:00:00Z',
    resources,
  })),
};

async function fill(url: string, { houses }: DrillSize): Promise<void> {
  const connection = await createConnection({ uri: url });
  for (const statement of [
    'CREATE DATABASE drill CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin',
    'USE drill',
    'CREATE TABLE person (row_id INT PRIMARY KEY, no VARCHAR(18) NOT NULL UNIQUE, name VARCHAR(20) NOT NULL)',
    `INSERT INTO person SELECT seq, CONCAT('P', seq), CONCAT('n', seq) FROM drill.seq_1_to_${people}`,
    `CREATE TABLE house (row_id INT PRIMARY KEY, no VARCHAR(18) NOT NULL UNIQUE,
       part_of VARCHAR(18) NOT NULL, built_in INT NOT NULL)`,
    `INSERT INTO house SELECT seq, CONCAT('H', seq), CONCAT('H', seq DIV 2), 1900 + seq % 120
       FROM drill.seq_1_to_${houses}`,
    'ANALYZE TABLE person, house',
  ]) {
    await connection.query(statement);
  }
  await connection.end();
}

/** A MariaDB with two tables, and what a gateway in production needs to share them. */
export async function openDrillWorld(size: DrillSize) {
  const folder = temporaryFolder();
  const server = await openOwnMariadb(folder.dir);
  const remove = async () => {
    await server.stop();
    folder.remove();
  };
  try {
    await fill(server.url, size);
  } catch (error) {
    await remove();
    throw error;
  }
  const masterKey = randomBytes(32);
  mkdirSync(join(folder.dir, 'catalogs'));
  writeFileSync(join(folder.dir, 'catalogs', 'drill.graphql'), catalog);
  writeFileSync(join(folder.dir, 'policy.json'), JSON.stringify(policy));
  return {
    dir: folder.dir,
    server,
    masterKey,
    settings: {
      TONGDAO_MODE: 'production',
      TONGDAO_CATALOG_DIR: join(folder.dir, 'catalogs'),
      TONGDAO_POLICY_FILE: join(folder.dir, 'policy.json'),
      TONGDAO_MASTER_KEY: masterKey.toString('hex'),
      TONGDAO_SOURCES: JSON.stringify({ drill: `${server.url}/drill` }),
      // So many lookups as a drill makes are no part of what it tries, but where it says so.
      TONGDAO_SUBJECTS_PER_DAY: '100000000',
      TONGDAO_SUBJECT_LOOKUPS_PER_DAY: '100000000',
      TONGDAO_LOG_LEVEL: 'warn',
    },
    /** What requests of a client carry. */
    headersOf: async (client: DrillClient) => ({
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenOf(client)}`,
      purpose: 'drill',
    }),
    remove,
  };
}

export type DrillWorld = Awaited<ReturnType<typeof openDrillWorld>>;
