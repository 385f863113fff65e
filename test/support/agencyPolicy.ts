import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

import { act } from './act.js';
import { keyOf } from './testClients.js';
import { validUntil } from './testPolicy.js';

type Resources = PolicySeedInput['grants'][number]['resources'];

const followed = { form: 'WITHHELD' as const, uses: ['JOIN' as const] };

/** The fund sees who it has before it, and which companies that one answers for: all of them. */
const ofFund: Resources = {
  Resident: {
    reach: ['LOOKUP', 'LIST'],
    fields: {
      idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP', 'JOIN'] },
      name: {},
      divisionCode: { uses: ['JOIN', 'FILTER'] },
    },
    links: ['division', 'companies', 'insurance'],
  },
  Company: {
    reach: ['LINKED'],
    fields: {
      name: {},
      status: {},
      establishedOn: {},
      registeredCapital: { uses: ['SORT'] },
      divisionCode: { uses: ['JOIN'] },
      legalRepIdNo: followed,
      legalRepName: {},
    },
    links: ['division'],
  },
  Insurance: {
    reach: ['LINKED'],
    fields: { idNo: followed, startedOn: {}, monthlyBase: {}, insuranceNo: {} },
  },
};

/** The tax office knows names, minors too, of people and of companies in its own districts only. */
const ofTax: Resources = {
  Resident: {
    reach: ['LOOKUP', 'LIST'],
    minors: true,
    fields: {
      idNo: { form: { mask: 'REDACT' }, uses: ['LOOKUP', 'JOIN'] },
      name: { form: 'CLEAR', approvedBy: [act('PROVIDER')] },
      birthDate: { form: 'CLEAR', approvedBy: [act('PROVIDER')] },
      divisionCode: { uses: ['JOIN'] },
    },
    links: ['division', 'companies', 'insurance'],
  },
  Company: {
    reach: ['LINKED', 'LIST'],
    fields: {
      name: {},
      status: {},
      registeredCapital: {},
      establishedOn: {},
      divisionCode: { uses: ['JOIN', 'FILTER'] },
      legalRepIdNo: followed,
    },
    links: ['division'],
    rows: { divisionCode: { in: '$requester.districts' } },
  },
  Insurance: {
    reach: ['LINKED'],
    fields: { idNo: followed, startedOn: { form: { mask: 'YEAR' } } },
  },
};

const everyDistrict = { divisionCode: { in: ['370202', '370203'] } };

/** Two apps over the seven agencies. */
export function agencyPolicy(): string {
  const policy: PolicySeedInput = {
    clients: [
      { id: 'fund', agency: 'qd-housing-fund', keys: [keyOf('fund').registered] },
      {
        id: 'tax',
        agency: 'qd-tax',
        attributes: { districts: ['370202'] },
        keys: [keyOf('tax').registered],
      },
    ],
    grants: [
      {
        id: 'G-FUND',
        client: 'fund',
        purpose: 'withdrawal',
        scenario: 'housing-fund-withdrawal',
        validUntil,
        resources: ofFund,
      },
      { id: 'G-TAX', client: 'tax', purpose: 'audit', validUntil, resources: ofTax },
      {
        id: 'G-TAX-2',
        client: 'tax',
        purpose: 'everywhere',
        validUntil,
        resources: { ...ofTax, Company: { ...ofTax['Company']!, rows: everyDistrict } },
      },
    ],
  };
  return JSON.stringify(policy);
}

export const asFundOfAgencies = { client: 'fund', purpose: 'withdrawal' };
export const asTax = { client: 'tax', purpose: 'audit' };
