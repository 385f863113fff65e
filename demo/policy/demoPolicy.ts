import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import type { PublicKey } from '../keys/demoKey.js';

import { demoAdministrators } from './demoClients.js';
import { demoGrants } from './demoGrants.js';

/**
 * The demo's requesters and what was approved for each. The fourth, the public, has what is open.
 *
 * @param keys public keys by client and administrator
 */
export function demoPolicy(keys: ReadonlyMap<string, PublicKey>): PolicySeedInput {
  const keyOf = (holder: string) => {
    const key = keys.get(holder);
    return key ? [key] : [];
  };
  return {
    clients: [
      {
        id: 'enrolment-app',
        agency: 'qd-education',
        attributes: { districts: ['370202', '370203'] },
        keys: keyOf('enrolment-app'),
      },
      { id: 'housing-fund-app', agency: 'qd-housing-fund', keys: keyOf('housing-fund-app') },
      {
        id: 'district-office',
        agency: 'qd-shibei-district',
        attributes: { district: '370203' },
        keys: keyOf('district-office'),
      },
    ],
    grants: [...demoGrants],
    rules: [],
    administrators: demoAdministrators.flatMap((administrator) =>
      keyOf(administrator.id).map((key) => ({ ...administrator, key })),
    ),
  };
}
