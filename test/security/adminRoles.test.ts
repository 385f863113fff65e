import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { creditCode as creditCodeOf } from '../../demo/generate/creditCode.js';
import { adminSchema } from '../../src/control/adminSchema.js';
import { extentOf, permissions } from '../../src/control/roles/permissions.js';
import { roles } from '../../src/control/roles/role.js';
import { openAdministered, type Administered } from '../support/administered.js';
import { keyOf } from '../support/testClients.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const everyone = ['authority', 'police', 'civil', 'supervisor', 'auditor'];

/** An operation that is right in itself; each is asked by everyone, the refused first. */
interface Case {
  readonly operation: string;
  readonly variables?: Record<string, unknown>;
  readonly allowed: readonly string[];
  /** Lets the next one do it once more. */
  readonly undo?: string;
}

const x = keyOf('new').registered.x;
const rule = (body: object) => ({
  operation: 'mutation ($rule: JSONObject!) { addRule(rule: $rule) { id } }',
  variables: { rule: body },
});
const grant = {
  client: 'fund',
  purpose: 'counting',
  validUntil: '2099-12-31T23:59:59+08:00',
  resources: { Resident: { reach: ['LIST'], fields: { name: {} } } },
};
const onlyAuthority = ['authority'];

const cases: Readonly<Record<string, Case>> = {
  agencies: { operation: '{ agencies { code name } }', allowed: everyone },
  catalogs: {
    operation: '{ catalogs { agency resources { name share level fields { name level mask } } } }',
    allowed: everyone,
  },
  clients: { operation: '{ clients { id agency { code } keys { kid } } }', allowed: everyone },
  applications: { operation: '{ applications { client purpose scenario } }', allowed: everyone },
  grants: { operation: '{ grants { id status resources client { id } } }', allowed: everyone },
  rules: { operation: '{ rules { id body } }', allowed: everyone },
  administrators: { operation: '{ administrators { id role } }', allowed: onlyAuthority },
  drift: { operation: '{ drift { resource field role closesResource why } }', allowed: everyone },
  record: {
    operation: '{ record(where: { client: "fund" }) { matched entries { requestId } } }',
    allowed: ['supervisor', 'auditor', 'authority'],
  },
  recordReport: {
    operation: '{ recordReport { sound } }',
    allowed: ['supervisor', 'auditor', 'authority'],
  },
  registerAgency: {
    operation: `mutation { registerAgency(input: { code: "qd-hall", name: "Hall", creditCode: "${creditCodeOf('370202', 'MA000001')}", kind: INSTITUTION }) { code } }`,
    allowed: onlyAuthority,
  },
  registerClient: {
    operation: `mutation { registerClient(input: { id: "hall", agency: "qd-hall", keys: [] }) { id } }`,
    allowed: onlyAuthority,
  },
  addClientKey: {
    operation: `mutation { addClientKey(client: "fund", key: { kid: "n", x: "${x}" }) { id } }`,
    allowed: onlyAuthority,
  },
  removeClientKey: {
    operation: 'mutation { removeClientKey(client: "fund", kid: "n") { id } }',
    allowed: onlyAuthority,
  },
  createGrant: {
    operation: 'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }',
    variables: { input: grant },
    allowed: onlyAuthority,
  },
  'suspendGrant, of residents': {
    operation: 'mutation { suspendGrant(id: "G-1") { id } }',
    allowed: ['police', 'supervisor', 'authority'],
    undo: 'mutation { resumeGrant(id: "G-1") { id } }',
  },
  'suspendGrant, of nothing': {
    operation: 'mutation { suspendGrant(id: "G-3") { id } }',
    allowed: ['supervisor', 'authority'],
    undo: 'mutation { resumeGrant(id: "G-3") { id } }',
  },
  'addRule, that withholds': {
    ...rule({ kind: 'WITHHOLD', resource: 'Resident', field: 'name' }),
    allowed: ['police', 'authority'],
  },
  'addRule, that opens at times only': {
    ...rule({ kind: 'WINDOW', resource: 'Resident', days: ['SUN'], from: '00:00', to: '24:00' }),
    allowed: ['police', 'authority'],
  },
  'addRule, that suspends': {
    ...rule({ kind: 'SUSPEND', resource: 'Resident', client: 'fund' }),
    allowed: ['police', 'supervisor', 'authority'],
  },
  revokeGrant: {
    operation: 'mutation { revokeGrant(id: "G-2", reason: "its work is done") { id status } }',
    allowed: onlyAuthority,
  },
};

describe('what a role may do', () => {
  it.each(Object.entries(cases))('%s', async (_name, { operation, variables, allowed, undo }) => {
    const denied = everyone.filter((id) => !allowed.includes(id));
    for (const id of denied) {
      const before = await gateway.store.load();
      const { code, body } = await gateway.administer(id, operation, variables);
      expect([id, code, body.data ?? null]).toEqual([id, 'FORBIDDEN', null]);
      expect(await gateway.store.load()).toEqual(before);
    }
    for (const id of allowed) {
      const { code, body } = await gateway.administer(id, operation, variables);
      expect([id, code, typeof body.data]).toEqual([id, undefined, 'object']);
      if (undo) expect((await gateway.administer('authority', undo)).code).toBeUndefined();
    }
  });

  it('removeRule, of divisions', async () => {
    const add = rule({ kind: 'WITHHOLD', resource: 'Division', field: 'name' });
    const { body } = await gateway.administer('civil', add.operation, add.variables);
    const { id } = body.data?.['addRule'] as { id: string };
    const remove = `mutation { removeRule(id: "${id}") { id } }`;
    const idsOfRules = async () => (await gateway.store.load()).seed.rules.map((one) => one.id);
    for (const denied of ['civil', 'police', 'supervisor', 'auditor']) {
      expect((await gateway.administer(denied, remove)).code).toBe('FORBIDDEN');
    }
    expect(await idsOfRules()).toContain(id);
    expect((await gateway.administer('authority', remove)).code).toBeUndefined();
    expect(await idsOfRules()).not.toContain(id);
  });

  it('a provider suspends no grant that others’ resources are in too', async () => {
    const resources = { ...grant.resources, Division: { reach: ['LIST'], fields: {} } };
    const { body } = await gateway.administer('authority', cases['createGrant']!.operation, {
      input: { ...grant, purpose: 'both', resources },
    });
    const { id } = body.data?.['createGrant'] as { id: string };
    const suspend = `mutation { suspendGrant(id: "${id}") { id } }`;
    for (const provider of ['police', 'civil']) {
      expect((await gateway.administer(provider, suspend)).code).toBe('FORBIDDEN');
    }
  });

  it('resumes nothing that it has suspended, but for the authority', async () => {
    await gateway.administer('supervisor', 'mutation { suspendGrant(id: "G-1") { id } }');
    const resume = 'mutation { resumeGrant(id: "G-1") { id } }';
    for (const id of ['police', 'civil', 'supervisor', 'auditor']) {
      expect((await gateway.administer(id, resume)).code).toBe('FORBIDDEN');
    }
    expect((await gateway.administer('authority', resume)).code).toBeUndefined();
  });
});

describe('the table', () => {
  const schema = adminSchema();
  const names = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );

  it('has an entry for every resolver, and each is tried above', () => {
    const tried = Object.keys(cases).map((name) => name.split(',')[0]);
    expect(names.filter((name) => extentOf('AUTHORITY', name) === undefined)).toEqual([]);
    // Who approves is tried by the levels that ask for it: test/cases/A6.
    const elsewhere = ['approveGrant', 'resumeGrant', 'removeRule'];
    expect(names.filter((name) => !tried.includes(name)).sort()).toEqual(elsewhere.sort());
  });

  it('has no entry for what is no resolver', () => {
    expect([...permissions.keys()].sort()).toEqual([...names].sort());
  });

  it('refuses what it does not know to every role', () => {
    for (const role of roles) {
      for (const name of ['constructor', '__proto__', 'toString', 'dropAll', '']) {
        expect(extentOf(role, name)).toBeUndefined();
      }
    }
  });
});
