import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

import { act } from './act.js';
import { testPolicy, validUntil } from './testPolicy.js';

type Grant = PolicySeedInput['grants'][number];
type Reach = Grant['resources'][string]['reach'];

/** An application that may export, and list what it exports. */
export const asSync = { client: 'fund', purpose: 'sync' } as const;
/** One that may list the same, and not export it. */
export const asReader = { client: 'fund', purpose: 'reading' } as const;
/** One that may export the residents of its districts, and villages. */
export const asDistricts = { client: 'school', purpose: 'districts' } as const;

/** Everyone, with the address in clear. */
function everyone(id: string, purpose: string, until: string, reach: Reach): Grant {
  const fields = {
    name: {},
    birthDate: {},
    address: { form: 'CLEAR' as const, approvedBy: [act('PROVIDER')] },
    divisionCode: { uses: ['JOIN' as const, 'FILTER' as const] },
  };
  const resources = { Resident: { reach, fields, links: ['division'], minors: true } };
  return { id, client: 'fund', purpose, validUntil: until, resources };
}

/**
 * The policy of most tests, and grants with the reach EXPORT and without.
 *
 * @param until when the grant of `asSync` ends
 */
export function exportPolicy(until: string = validUntil): string {
  const districts: Grant = {
    id: 'G-DISTRICTS',
    client: 'school',
    purpose: 'districts',
    validUntil,
    resources: {
      Resident: {
        reach: ['EXPORT', 'LIST'],
        fields: { name: {}, birthDate: {} },
        rows: { divisionCode: { in: '$requester.districts' } },
      },
      Village: { reach: ['EXPORT'], fields: { code: {}, name: {} } },
    },
  };
  return testPolicy({
    grants: [
      everyone('G-SYNC', 'sync', until, ['EXPORT', 'LIST']),
      everyone('G-READING', 'reading', validUntil, ['LIST']),
      districts,
    ],
  });
}
