import { join } from 'node:path';

import { creditCode } from '../../demo/generate/creditCode.js';
import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import type { Role } from '../../src/control/roles/role.js';
import { ControlStore } from '../../src/control/store/controlStore.js';

import { openSmallWorld } from './smallWorld.js';
import { keyOf, tokenOf } from './testClients.js';
import { openGatewayOver } from './testGateway.js';
import { testPolicy } from './testPolicy.js';

/**
 * Administrators of each role: two of the authority, since nobody approves of what he made himself, and
 * two providers, of whom one offers the residents.
 */
const administrators: readonly {
  readonly id: string;
  readonly agency: string;
  readonly role: Role;
}[] = [
  { id: 'authority', agency: 'qd-big-data', role: 'AUTHORITY' },
  { id: 'deputy', agency: 'qd-big-data', role: 'AUTHORITY' },
  { id: 'police', agency: 'qd-public-security', role: 'PROVIDER' },
  { id: 'civil', agency: 'qd-civil-affairs', role: 'PROVIDER' },
  { id: 'supervisor', agency: 'qd-cyberspace', role: 'SECURITY_SUPERVISOR' },
  { id: 'auditor', agency: 'qd-audit', role: 'AUDITOR' },
];

/** Claims of a token for the administration. */
export const forAdmin = { aud: 'tongdao-admin' };

/**
 * A gateway whose policy is in a control database, and its administrators.
 *
 * @param grants more of them
 * @param control the URL of another control database than one of its own
 */
export async function openAdministered(grants: PolicySeedInput['grants'] = [], control?: string) {
  const policy = testPolicy({
    grants,
    rules: [{ id: 'R-1', kind: 'SUSPEND', resource: 'Village' }],
    administrators: administrators.map((one) => ({ ...one, key: keyOf(one.id).registered })),
  });
  const world = await openSmallWorld();
  const url = control ?? `sqlite:${join(world.dir, 'control.sqlite')}`;
  const gateway = await openGatewayOver(world, { control: url, policy });
  const store = await ControlStore.open(url);
  let agencies = 0;

  async function post(headers: Record<string, string>, payload: string | object) {
    const { status, text, body } = await gateway.post(null, payload, headers, '/admin/graphql');
    return { status, text, body, code: body.errors?.[0]?.extensions.code };
  }

  return {
    ...gateway,
    /** The same control database, by a way of its own. */
    store,
    postAdmin: post,
    async administer(id: string, query: string, variables?: Record<string, unknown>) {
      const authorization = `Bearer ${await tokenOf(id, forAdmin)}`;
      return post({ authorization }, { query, variables });
    },
    /** Registers an agency, under a credit code that is its own. */
    async registerAgency(code: string) {
      agencies += 1;
      const input = {
        code,
        name: code,
        kind: 'GOVERNMENT',
        creditCode: creditCode('370200', `MA${String(agencies).padStart(6, '0')}`),
      };
      const authorization = `Bearer ${await tokenOf('authority', forAdmin)}`;
      const query =
        'mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { code } }';
      return post({ authorization }, { query, variables: { input } });
    },
    async close() {
      await store.close();
      await gateway.close();
    },
  };
}

export type Administered = Awaited<ReturnType<typeof openAdministered>>;
