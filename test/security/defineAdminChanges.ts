import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { AgencyEntity } from '../../src/control/agencies/agencyEntity.js';
import { ApplicationEntity } from '../../src/control/applications/applicationEntity.js';
import { GrantEntity } from '../../src/control/grants/grantEntity.js';
import type { Administered } from '../support/administered.js';
import { keyOf } from '../support/testClients.js';
import { asFund } from '../support/testGateway.js';

const createGrant = 'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }';
const addRule = 'mutation ($rule: JSONObject!) { addRule(rule: $rule) { id } }';
const names = { Resident: { reach: ['LIST'], fields: { name: {} } } };
const grant = {
  client: 'fund',
  purpose: 'counting',
  validUntil: '2099-12-31T23:59:59+08:00',
  resources: names,
};

/** What holds of changes, whatever kind of control database they are made in. */
export function defineChanges(open: () => Promise<Administered>): void {
  let gateway: Administered;
  beforeAll(async () => {
    gateway = await open();
  }, 30_000);
  afterAll(() => gateway.close());

  const administer = (query: string, variables?: Record<string, unknown>) =>
    gateway.administer('authority', query, variables);

  /** All of the control database that a change could leave a trace in. */
  const everything = async () => ({
    revision: await gateway.store.revision(),
    tables: await gateway.store.read((manager) =>
      Promise.all([
        manager.find(GrantEntity),
        manager.find(ApplicationEntity),
        manager.find(AgencyEntity),
      ]),
    ),
  });

  it('are in force with their answer: what is revoked is refused, and granted anew it is not', async () => {
    const ask = async (purpose: string) => {
      const as = { client: 'fund', purpose };
      return (await gateway.post(as, { query: '{ residents { nodes { name } } }' })).status;
    };
    expect(await ask('withdrawal')).toBe(200);
    await administer('mutation { revokeGrant(id: "G-2", reason: "no ground") { id } }');
    expect(await ask('withdrawal')).toBe(403);
    const input = { ...grant, purpose: 'withdrawal' };
    expect((await administer(createGrant, { input })).code).toBeUndefined();
    expect(await ask('withdrawal')).toBe(200);
  });

  it('tell why a grant was revoked', async () => {
    const { body } = await administer('{ grants(status: REVOKED) { id reason client { id } } }');
    expect(body.data).toEqual({
      grants: [{ id: 'G-2', reason: 'no ground', client: { id: 'fund' } }],
    });
  });

  it('suspend and resume, and let nothing be done to a grant that its status does not let', async () => {
    const act = async (action: string) =>
      (await administer(`mutation { ${action} { status } }`)).body;
    expect((await act('suspendGrant(id: "G-1")')).data).toEqual({
      suspendGrant: { status: 'SUSPENDED' },
    });
    expect((await act('suspendGrant(id: "G-1")')).errors?.[0]?.message).toBe(
      'A change fits the policy that is there, and the catalog; this one does not: the grant is SUSPENDED, and not ACTIVE.',
    );
    expect((await act('resumeGrant(id: "G-1")')).data).toEqual({
      resumeGrant: { status: 'ACTIVE' },
    });
    expect((await act('resumeGrant(id: "G-2")')).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    [
      'a grant of a field that is none',
      createGrant,
      { input: { ...grant, resources: { Resident: { reach: ['LIST'], fields: { nome: {} } } } } },
      'Resident has no field "nome"',
    ],
    [
      'a grant of a resource that is none',
      createGrant,
      { input: { ...grant, resources: { Person: { reach: [], fields: {} } } } },
      'the catalog has no resource "Person"',
    ],
    [
      'a grant in no form',
      createGrant,
      { input: { ...grant, resources: { Resident: { reach: ['ALL'] } } } },
      'resources.Resident',
    ],
    [
      'a grant of a client that is none',
      createGrant,
      { input: { ...grant, client: 'nobody' } },
      'no such client',
    ],
    [
      'a second grant of one purpose',
      createGrant,
      { input: { ...grant, purpose: 'withdrawal' } },
      'its client has a grant of this purpose already',
    ],
    [
      'a grant without an end',
      createGrant,
      { input: { ...grant, validUntil: 'never' } },
      'validUntil',
    ],
    ['a rule of no kind', addRule, { rule: { kind: 'ALLOW', resource: 'Resident' } }, 'rules'],
    [
      'a rule with an unfit mask',
      addRule,
      { rule: { kind: 'MASK', resource: 'Resident', field: 'name', mask: 'YEAR' } },
      'YEAR is put on',
    ],
    [
      'a client with a key that is none',
      'mutation ($x: String!) { registerClient(input: { id: "hall", agency: "qd-big-data", keys: [{ kid: "a", x: $x }] }) { id } }',
      { x: '!'.repeat(43) },
      'an Ed25519 public key',
    ],
    [
      'a client that is there',
      'mutation { registerClient(input: { id: "fund", agency: "qd-big-data", keys: [] }) { id } }',
      {},
      'a client of this id is registered already',
    ],
    [
      'a key of a name that is there',
      `mutation ($x: String!) { addClientKey(client: "fund", key: { kid: "fund-1", x: $x }) { id } }`,
      { x: keyOf('new').registered.x },
      'the client has a key of this name already',
    ],
    [
      'a key of another client',
      `mutation ($x: String!) { addClientKey(client: "fund", key: { kid: "other", x: $x }) { id } }`,
      { x: keyOf('school').registered.x },
      'a key proves who asks, so it is of one',
    ],
    [
      'a client with the key of an administrator',
      'mutation ($x: String!) { registerClient(input: { id: "hall", agency: "qd-big-data", keys: [{ kid: "a", x: $x }] }) { id } }',
      { x: keyOf('authority').registered.x },
      'a key proves who asks, so it is of one',
    ],
    [
      'the removal of a key that is none',
      'mutation { removeClientKey(client: "fund", kid: "none") { id } }',
      {},
      'the client has no such key',
    ],
    [
      'the removal of a rule that is none',
      'mutation { removeRule(id: "R") { id } }',
      {},
      'no such rule',
    ],
  ])('that do not fit are refused whole: %s', async (_what, query, variables, problem) => {
    const before = await everything();
    const { body, code } = await administer(query, variables);
    expect(code).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.message).toContain(problem);
    expect(body.errors?.[0]?.path).toHaveLength(1);
    expect(await everything()).toEqual(before);
    expect(gateway.entries().at(-1)).toMatchObject({ outcome: 'BAD_USER_INPUT' });
  });

  it('take a removed key away at once, and give a new one at once', async () => {
    const { kid, x } = keyOf('fund').registered;
    const ask = async () => (await gateway.ask(asFund, '{ __typename }')).status;
    expect(await ask()).toBe(200);
    await administer(`mutation { removeClientKey(client: "fund", kid: "${kid}") { id } }`);
    expect(await ask()).toBe(401);
    await administer(
      `mutation { addClientKey(client: "fund", key: { kid: "${kid}", x: "${x}" }) { id } }`,
    );
    expect(await ask()).toBe(200);
  });

  it('close a resource outside its windows, and open it with the rule’s end', async () => {
    const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
    const inThreeDays = weekdays[(new Date(Date.now() + 8 * 3_600_000).getUTCDay() + 3) % 7];
    const window = { kind: 'WINDOW', resource: 'Resident', from: '00:00', to: '24:00' };
    const query = '{ residents(first: 1) { nodes { name } } }';
    const ask = async () => (await gateway.ask(asFund, query)).status;
    const add = async (days: readonly unknown[]) => {
      const { body } = await administer(addRule, { rule: { ...window, days } });
      return (body.data?.['addRule'] as { id: string }).id;
    };
    expect(await ask()).toBe(200);
    const always = await add(weekdays);
    expect(await ask()).toBe(200);
    const another = await add([inThreeDays]);
    expect(await ask()).toBe(400);
    for (const id of [another, always]) {
      await administer(`mutation { removeRule(id: "${id}") { id } }`);
      expect(await ask()).toBe(200);
    }
  });

  it('of two at once, both are made, one after the other', async () => {
    const before = await gateway.store.revision();
    const rule = { kind: 'SUSPEND', resource: 'Village' };
    const both = await Promise.all([administer(addRule, { rule }), administer(addRule, { rule })]);
    const ids = both.map(({ body }) => (body.data?.['addRule'] as { id: string }).id);
    expect(new Set(ids)).toEqual(new Set([`R-${before + 1}`, `R-${before + 2}`]));
  });

  describe('on the record', () => {
    const ofAuthority = { client: null, administrator: 'authority', agency: 'qd-big-data' };
    const added = async (query: string, variables?: Record<string, unknown>) => {
      const known = gateway.entries().length;
      await administer(query, variables);
      return gateway.entries().slice(known);
    };

    it('stand before they are made, and with their end, under one request', async () => {
      const entries = await added('mutation { suspendGrant(id: "G-3") { id } }');
      const action = 'suspendGrant G-3';
      expect(entries).toMatchObject([
        { ...ofAuthority, action, outcome: 'BEGUN', status: 102 },
        { ...ofAuthority, action, outcome: 'OK', status: 200 },
      ]);
      expect(entries[0]?.requestId).toBe(entries[1]?.requestId);
    });

    it('stand each, where a request makes several, with the first that was refused', async () => {
      const two = 'mutation { a: resumeGrant(id: "G-3") { id } b: resumeGrant(id: "G-3") { id } }';
      expect(await added(two)).toMatchObject([
        { action: 'resumeGrant G-3', outcome: 'BEGUN' },
        { action: 'resumeGrant G-3; resumeGrant', outcome: 'BAD_USER_INPUT' },
      ]);
    });

    it('are told of a reading too, and of a refusal', async () => {
      expect(await added('{ clients { id } rules { id } }')).toMatchObject([
        { ...ofAuthority, action: 'clients; rules', outcome: 'OK', reads: [] },
      ]);
      expect(await added('{')).toMatchObject([
        { ...ofAuthority, action: null, outcome: 'GRAPHQL_PARSE_FAILED', status: 400 },
      ]);
      const known = gateway.entries().length;
      await gateway.administer('auditor', 'mutation { suspendGrant(id: "G-3") { id } }');
      expect(gateway.entries().slice(known)).toMatchObject([
        { administrator: 'auditor', action: 'suspendGrant', outcome: 'FORBIDDEN' },
      ]);
    });
  });
}
