import { generateKeyPairSync } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { creditCode } from '../../demo/generate/creditCode.js';
import { openAdministered, type Administered } from '../support/administered.js';
import { keyOf } from '../support/testClients.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const { x } = keyOf('new').registered;
const registerClient =
  'mutation ($input: RegisterClientInput!) { registerClient(input: $input) { id } }';
const addClientKey =
  'mutation ($key: ClientKeyInput!) { addClientKey(client: "fund", key: $key) { id } }';
const createGrant = 'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }';
const record = 'query ($where: RecordCriteriaInput) { record(where: $where) { of } }';

const client = (change: object) => ({
  input: { id: 'hall', agency: 'qd-big-data', keys: [], ...change },
});
const registerAgency =
  'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { code } }';
const agency = (change: object) => ({
  input: {
    code: 'qd',
    name: 'Any',
    kind: 'GOVERNMENT',
    creditCode: creditCode('370202', 'MA000001'),
    ...change,
  },
});
/** A key is of one client: each registers its own. */
const newKey = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x!;
const key = (change: object) => ({ key: { kid: 'n', x, ...change } });
const grant = (change: object) => ({
  input: {
    client: 'fund',
    purpose: 'counting',
    validUntil: '2099-12-31T23:59:59+08:00',
    resources: {},
    ...change,
  },
});
const where = (criteria: object) => ({ where: criteria });

/** Two units of UTF-16, of four bytes in UTF-8, and one character to a column. */
const rare = '𠮷';

type Case = readonly [what: string, query: string, variables: Record<string, unknown>];

const beyond: readonly Case[] = [
  ['an agency to be registered without a code', registerAgency, agency({ code: '' })],
  ['an agency to be registered without a name', registerAgency, agency({ name: '' })],
  ['an agency with a name too long', registerAgency, agency({ name: rare.repeat(201) })],
  ['a client without a name', registerClient, client({ id: '' })],
  ['a client with a name too long', registerClient, client({ id: 'a'.repeat(101) })],
  ['one too long by its last character', registerClient, client({ id: rare.repeat(101) })],
  ['an agency without a code', registerClient, client({ agency: '' })],
  ['an agency with a code too long', registerClient, client({ agency: 'a'.repeat(101) })],
  [
    'a client’s second key without a name',
    registerClient,
    client({
      keys: [
        { kid: 'a', x },
        { kid: '', x },
      ],
    }),
  ],
  ['a client’s key too short', registerClient, client({ keys: [{ kid: 'a', x: x.slice(1) }] })],
  ['a key without a name', addClientKey, key({ kid: '' })],
  ['a key with a name too long', addClientKey, key({ kid: 'a'.repeat(101) })],
  ['a key too short', addClientKey, key({ x: x.slice(1) })],
  ['a key too long', addClientKey, key({ x: `${x}A` })],
  ['a grant of no client', createGrant, grant({ client: '' })],
  ['a grant of a client with a name too long', createGrant, grant({ client: 'a'.repeat(101) })],
  ['a grant of no purpose', createGrant, grant({ purpose: '' })],
  ['a grant of a purpose too long', createGrant, grant({ purpose: 'a'.repeat(101) })],
  ['a grant of an empty scenario', createGrant, grant({ scenario: '' })],
  ['a grant of a scenario too long', createGrant, grant({ scenario: 'a'.repeat(101) })],
  ['a grant with an end too long', createGrant, grant({ validUntil: '2'.repeat(41) })],
  ...['client', 'agency', 'purpose', 'resource', 'field', 'outcome'].flatMap((name): Case[] => [
    [`an empty criterion: ${name}`, record, where({ resource: 'Resident', [name]: '' })],
    [`a criterion with a blank: ${name}`, record, where({ resource: 'Resident', [name]: 'a b' })],
    [
      `a criterion too long: ${name}`,
      record,
      where({ resource: 'Resident', [name]: 'a'.repeat(101) }),
    ],
  ]),
];

const within: readonly Case[] = [
  [
    'an agency of the longest code and name',
    registerAgency,
    agency({ code: rare.repeat(100), name: rare.repeat(200) }),
  ],
  [
    'a client, its agency and its key with the longest names',
    registerClient,
    client({
      id: rare.repeat(100),
      agency: rare.repeat(100),
      keys: [{ kid: rare.repeat(100), x }],
    }),
  ],
  ['a key of one letter', addClientKey, key({ kid: 'k', x: newKey() })],
  [
    'a grant of the longest purpose and scenario',
    createGrant,
    grant({ purpose: rare.repeat(100), scenario: rare.repeat(100) }),
  ],
  ['a grant of no scenario', createGrant, grant({ purpose: 'p', scenario: null })],
  [
    'a grant with the longest end',
    createGrant,
    grant({ purpose: 'q', validUntil: `2099-12-31T23:59:59.${'0'.repeat(14)}+08:00` }),
  ],
  [
    'criteria of the longest names',
    record,
    where({ client: 'a'.repeat(100), resource: 'Resident', field: 'a'.repeat(100) }),
  ],
  [
    'criteria that are null',
    record,
    where({
      client: null,
      agency: null,
      purpose: null,
      resource: null,
      field: null,
      outcome: null,
      alerts: null,
      since: null,
      until: null,
    }),
  ],
  ['no criteria', record, { where: null }],
];

describe('an input beyond its bounds', () => {
  it.each(beyond)('is refused, and nothing of it is told: %s', async (_what, query, variables) => {
    const before = await gateway.store.revision();
    const { status, body } = await gateway.administer('authority', query, variables);
    const root = /\) \{ (\w+)/.exec(query)?.[1];
    const column = query.indexOf(String(root)) + 1;
    expect([status, body.errors]).toEqual([
      200,
      [
        {
          message: 'A value must fit the type of the place it is put in.',
          locations: [{ line: 1, column }],
          path: [root],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    ]);
    expect(await gateway.store.revision()).toBe(before);
    expect(gateway.entries().at(-1)).toMatchObject({
      administrator: 'authority',
      action: root,
      outcome: 'BAD_USER_INPUT',
    });
  });

  it('is no way to learn of it for whoever may not do it', async () => {
    const variables = client({ id: '' });
    const { code } = await gateway.administer('auditor', registerClient, variables);
    expect(code).toBe('FORBIDDEN');
  });
});

describe('an input at its bounds', () => {
  it.each(within)('is taken: %s', async (_what, query, variables) => {
    const { body } = await gateway.administer('authority', query, variables);
    expect(body.errors).toBeUndefined();
  });
});
