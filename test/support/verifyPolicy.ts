import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

import { testPolicy, validUntil } from './testPolicy.js';

type Grant = PolicySeedInput['grants'][number];
type ResourceGrant = Grant['resources'][string];

/** Compared and never shown. */
const compared = { form: 'WITHHELD', uses: ['VERIFY'] } as const;

/** Names and dates of birth may be verified by ID number, and nothing seen. */
const resident: ResourceGrant = {
  reach: ['VERIFY'],
  fields: {
    idNo: { form: 'WITHHELD', uses: ['VERIFY'] },
    name: { ...compared, uses: ['VERIFY'] },
    birthDate: { ...compared, uses: ['VERIFY'] },
  },
};

function grantTo(client: string, purpose: string, change: Partial<ResourceGrant> = {}): Grant {
  const resources = { Resident: { ...resident, ...change } };
  return { id: `G-${client}-${purpose}`, client, purpose, validUntil, resources };
}

/** Purposes for which residents are verified: everyone, a district's, and with more that is told. */
export const verifyGrants: readonly Grant[] = [
  grantTo('fund', 'check'),
  grantTo('school', 'check', { rows: { divisionCode: { in: '$requester.districts' } } }),
  grantTo('fund', 'check-mismatches', { verification: { tellMismatches: true } }),
  grantTo('fund', 'check-found', { verification: { tellNotFound: true } }),
  grantTo('fund', 'check-all', { verification: { tellMismatches: true, tellNotFound: true } }),
  grantTo('school', 'check-and-see', {
    reach: ['VERIFY', 'LOOKUP'],
    fields: { idNo: { uses: ['LOOKUP'] }, name: { uses: ['VERIFY'] } },
  }),
];

export const asVerifier = { client: 'fund', purpose: 'check' };
export const asSchoolVerifier = { client: 'school', purpose: 'check' };

/** @param rules what is tightened */
export function verifyPolicy(rules: NonNullable<PolicySeedInput['rules']> = []): string {
  return testPolicy({ grants: [...verifyGrants], rules });
}
