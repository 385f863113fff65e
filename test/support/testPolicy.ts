import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

import { act } from './act.js';
import { keyOf } from './testClients.js';

type Grants = PolicySeedInput['grants'];
type Rules = NonNullable<PolicySeedInput['rules']>;
type Administrators = NonNullable<PolicySeedInput['administrators']>;

export const validUntil = '2099-12-31T23:59:59+08:00';

/** `enrolment`: two names and dates in clear, in the districts that its client serves. */
const enrolment: Grants[number] = {
  id: 'G-1',
  client: 'school',
  purpose: 'enrolment',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP', 'LIST'],
      fields: {
        idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP'] },
        name: { form: 'CLEAR', approvedBy: [act('PROVIDER')] },
        birthDate: { form: 'CLEAR', approvedBy: [act('PROVIDER')] },
        divisionCode: { uses: ['FILTER', 'JOIN'] },
      },
      links: ['division'],
      rows: { divisionCode: { in: '$requester.districts' } },
    },
  },
};

/** `withdrawal`: everyone, masked. */
const withdrawal: Grants[number] = {
  id: 'G-2',
  client: 'fund',
  purpose: 'withdrawal',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP', 'LIST'],
      fields: {
        idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP'] },
        name: {},
        birthDate: {},
        address: {},
        divisionCode: { uses: ['JOIN', 'FILTER'] },
      },
      links: ['division'],
    },
  },
};

/** `divisions`: unconditional data only, for which nothing has to be granted. */
const divisionsOnly: Grants[number] = {
  id: 'G-3',
  client: 'fund',
  purpose: 'divisions',
  validUntil,
  resources: {},
};

/** The policy of most tests: a school of 市南区 and 市北区, and a fund. */
export function testPolicy(
  change: { grants?: Grants; rules?: Rules; administrators?: Administrators } = {},
): string {
  const policy: PolicySeedInput = {
    clients: [
      {
        id: 'school',
        agency: 'qd-education',
        attributes: { districts: ['370202', '370203'] },
        keys: [keyOf('school').registered],
      },
      { id: 'fund', agency: 'qd-housing-fund', keys: [keyOf('fund').registered] },
    ],
    grants: [enrolment, withdrawal, divisionsOnly, ...(change.grants ?? [])],
    rules: change.rules ?? [],
    administrators: change.administrators ?? [],
  };
  return JSON.stringify(policy);
}
