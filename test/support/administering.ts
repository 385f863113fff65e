import { creditCode } from '../../demo/generate/creditCode.js';
import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import type { Role } from '../../src/control/roles/role.js';
import { ControlStore } from '../../src/control/store/controlStore.js';

import { keyOf, tokenOf } from './testClients.js';
import { openTestGateway } from './testGateway.js';
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

interface Body {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string };
  }[];
}

/** Claims of a token for the administration. */
export const forAdmin = { aud: 'tongdao-admin' };

/**
 * A gateway whose policy is in a control database, and its administrators.
 *
 * @param grants more of them
 */
export async function openAdministered(control: string, grants: PolicySeedInput['grants'] = []) {
  const policy = testPolicy({
    grants,
    rules: [{ id: 'R-1', kind: 'SUSPEND', resource: 'Village' }],
    administrators: administrators.map((one) => ({ ...one, key: keyOf(one.id).registered })),
  });
  const gateway = await openTestGateway({ control, policy });
  const store = await ControlStore.open(control);
  let agencies = 0;

  async function post(headers: Record<string, string>, payload: string | object) {
    const response = await gateway.gateway.app.inject({
      method: 'POST',
      url: '/admin/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    const body = JSON.parse(response.body) as Body;
    const code = body.errors?.[0]?.extensions.code;
    return { status: response.statusCode, text: response.body, body, code };
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
