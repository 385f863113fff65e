import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ConditionSeed } from '../../src/control/policy/conditionSeed.js';
import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { openMariadbWorld } from '../support/mariadbWorld.js';
import { resourceOf, shared } from '../support/ownGateway.js';
import { openSqliteWorld } from '../support/sqliteWorld.js';
import { keyOf } from '../support/testClients.js';
import { openTestGateway } from '../support/testGateway.js';
import { validUntil } from '../support/testPolicy.js';

const today = '2026-11-29';

const catalog = `
  extend schema @catalog(agency: "own-population", source: "population")
  type Person ${resourceOf('person', '0001')} ${shared} {
    no: ID! @key
    name: String
    born: Date
    seen: LocalDateTime
    town: ID
    licences: [Licence!] @link(from: "no", to: "holder")
    friend: Person @link(from: "town", to: "no")
  }
  type Licence ${resourceOf('licence', '0002')} ${shared} {
    no: ID! @key
    holder: ID
    state: String
    until: Date
    person: Person @link(from: "holder", to: "no")
  }`;

const statements = [
  `CREATE TABLE person (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(9) NOT NULL UNIQUE,
     name VARCHAR(30), born DATE, seen DATETIME, town VARCHAR(9))`,
  `INSERT INTO person VALUES
     (1, 'p1', '50%_off Ä', '2012-11-29', '2026-11-29 00:00:00', '370202'),
     (2, 'p2', '50 off a', '2012-11-28', '2026-11-28 23:59:59', '370203'),
     (3, 'p3', NULL, NULL, NULL, '370211'),
     (4, 'p4', 'OFF A', '1990-02-28', '2025-11-29 00:00:00', 'p1')`,
  `CREATE TABLE licence (row_id BIGINT PRIMARY KEY NOT NULL, no VARCHAR(9) NOT NULL UNIQUE,
     holder VARCHAR(9), state VARCHAR(9), until DATE)`,
  `INSERT INTO licence VALUES (1, 'l1', 'p1', 'OPEN', '2026-11-29'),
     (2, 'l2', 'p1', 'SHUT', '2026-11-30'), (3, 'l3', 'p2', 'SHUT', '2026-11-28'),
     (4, 'l4', NULL, 'OPEN', NULL)`,
];

/** Each with the rows of Person that are in it. */
const scopes: readonly (readonly [string, ConditionSeed, string])[] = [
  ['what stands anywhere in a text', { name: { contains: 'off' } }, 'p1 p2'],
  ['no wildcard: per cent', { name: { contains: '%' } }, 'p1'],
  ['no wildcard: underscore', { name: { contains: '_' } }, 'p1'],
  ['no folding of case', { name: { contains: 'OFF' } }, 'p4'],
  ['no folding of accents', { name: { contains: 'A' } }, 'p4'],
  ['one of several texts', { name: { contains: ['%', 'OFF'] } }, 'p1 p4'],
  [
    'not what stands in a text, which null does not',
    { not: { name: { contains: 'off' } } },
    'p3 p4',
  ],
  ['one of several beginnings', { town: { startsWith: ['370202', '370203'] } }, 'p1 p2'],
  ['the beginnings of an attribute', { town: { startsWith: '$requester.prefixes' } }, 'p1 p2 p3'],
  ['fourteen years ago', { born: { lt: '$today-P14Y' } }, 'p2 p4'],
  ['fourteen years ago or after', { born: { gte: '$today-P14Y' } }, 'p1'],
  ['the beginning of today', { seen: { gte: '$today' } }, 'p1'],
  ['a year ago, to the second', { seen: { eq: '$today-P1Y' } }, 'p4'],
  ['the agency, which it has', { '$requester.agency': { eq: 'asking' } }, 'p1 p2 p3 p4'],
  ['the agency, which it has not', { '$requester.agency': { in: ['other', 'else'] } }, ''],
  [
    'an attribute or rows',
    { or: [{ '$requester.role': { eq: 'chief' } }, { no: { eq: 'p3' } }] },
    'p3',
  ],
  ['a linked row', { licences: { some: { state: { eq: 'OPEN' } } } }, 'p1'],
  ['any linked row', { licences: { some: {} } }, 'p1 p2'],
  ['no linked row', { not: { licences: { some: {} } } }, 'p3 p4'],
  ['a linked row by today', { licences: { some: { until: { gte: '$today+P1D' } } } }, 'p1'],
  ['a linked row of a linked row', { friend: { some: { licences: { some: {} } } } }, 'p4'],
  [
    'a linked row by a missing attribute, denied',
    { not: { licences: { some: { state: { eq: '$requester.missing' } } } } },
    '',
  ],
];

const granted = (rows: ConditionSeed): PolicySeedInput['grants'][number]['resources'] => ({
  Person: { reach: ['LIST', 'LOOKUP'], fields: { no: { uses: ['LOOKUP', 'FILTER'] } }, rows },
});

const policy: PolicySeedInput = {
  clients: [
    {
      id: 'asker',
      agency: 'asking',
      attributes: { prefixes: ['3702', 'zz'], role: 'clerk' },
      keys: [keyOf('asker').registered],
    },
  ],
  grants: scopes.map(([, rows], at) => ({
    id: `G-${at}`,
    client: 'asker',
    purpose: `p${at}`,
    validUntil,
    resources: granted(rows),
  })),
};

describe.each(['sqlite', 'mariadb'] as const)('what a scope can say, on %s', (kind) => {
  let opened: Awaited<ReturnType<typeof open>>;

  async function open() {
    const none = ['CREATE TABLE unused (row_id BIGINT PRIMARY KEY NOT NULL)'];
    const openWorld = kind === 'mariadb' ? openMariadbWorld : openSqliteWorld;
    const world = await openWorld({ population: statements, divisions: none }, []);
    const gateway = await openTestGateway({
      sources: world.sources,
      catalogs: [{ file: 'own.graphql', text: catalog }],
      policy: JSON.stringify(policy),
      now: () => Date.parse(`${today}T00:30:00+08:00`),
    });
    return { gateway, world };
  }

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => {
    await opened.gateway.close();
    await opened.world.remove();
  });

  it.each(scopes.map(([what, , rows], at) => [what, at, rows] as const))(
    '%s',
    async (_what, at, expected) => {
      const asker = { client: 'asker', purpose: `p${at}` };
      const list = await opened.gateway.ask(asker, '{ persons { nodes { no } } }');
      const { nodes } = (list.body.data as { persons: { nodes: { no: string }[] } }).persons;
      expect(nodes.map(({ no }) => no).join(' ')).toBe(expected);
      // A lookup finds what the list holds, and nothing more.
      const lookups = ['p1', 'p2', 'p3', 'p4'].map((no) => `${no}: person(no: "${no}") { no }`);
      const { body } = await opened.gateway.ask(asker, `{ ${lookups.join(' ')} }`);
      const found = Object.entries(body.data ?? {}).flatMap(([no, row]) => (row ? no : []));
      expect(found.join(' ')).toBe(expected);
    },
  );

  it('is in no contract: nobody asks what a text has in it', async () => {
    const asker = { client: 'asker', purpose: 'p0' };
    const query = '{ persons(where: { no: { contains: "p" } }) { nodes { no } } }';
    const { body } = await opened.gateway.ask(asker, query);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });
});
