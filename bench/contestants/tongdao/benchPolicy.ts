import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';

import type { BenchClient } from './benchClient.js';

/**
 * One grant, under which every resident, minors included, and every company is listed, looked up and
 * followed, masked as the catalogs ask.
 */
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
            reach: ['LOOKUP', 'LIST', 'LINKED'],
            minors: true,
            fields: {
              idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP', 'JOIN'] },
              name: {},
              birthDate: {},
              address: {},
              divisionCode: { uses: ['JOIN'] },
            },
            links: ['division', 'companies'],
          },
          Company: {
            reach: ['LIST', 'LINKED'],
            fields: {
              name: {},
              status: {},
              legalRepIdNo: { form: { mask: 'ID_NUMBER' }, uses: ['JOIN'] },
            },
            links: ['legalRep'],
          },
        },
      },
    ],
  };
  return JSON.stringify(policy);
}
