import type { PolicySeedInput } from '../../../src/control/policySeed.js';

import type { BenchClient } from './benchClient.js';

/** One grant, under which every resident is listed and looked up, masked as the catalog asks. */
export function benchPolicy({ id, purpose, key }: BenchClient): string {
  const policy: PolicySeedInput = {
    clients: [{ id, agency: 'qd-bench', keys: [key] }],
    grants: [
      {
        id: 'G-BENCH',
        client: id,
        purpose,
        validUntil: '2099-12-31T23:59:59+08:00',
        resources: {
          Resident: {
            reach: ['LOOKUP', 'LIST'],
            fields: {
              idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP'] },
              name: {},
              birthDate: {},
              address: {},
              divisionCode: { uses: ['JOIN'] },
            },
            links: ['division'],
          },
        },
      },
    ],
  };
  return JSON.stringify(policy);
}
