import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';

type GrantInput = PolicySeedInput['grants'][number];

/** The act by which the police approved that names and dates are shown as they are. */
const policeApproval = {
  role: 'PROVIDER' as const,
  number: 'QD-GA-2026-017',
  date: '2026-03-02',
  office: 'qd-public-security',
};

const validUntil = '2099-12-31T23:59:59+08:00';

/**
 * A school must know a child's name and birth date as they are, of those who bring their number, and
 * sees only its own districts. Listed, dates and divisions would leave a thousand numbers to try.
 */
const enrolment: GrantInput = {
  id: 'G-2026-0001',
  client: 'enrolment-app',
  purpose: 'school-enrolment',
  scenario: 'school-enrolment',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP'],
      minors: true,
      fields: {
        // Beside a birth date and a division in clear, an ID's last four digits are the rest of it.
        idNo: { form: { mask: 'REDACT' }, uses: ['LOOKUP'] },
        name: { form: 'CLEAR', approvedBy: [policeApproval] },
        birthDate: { form: 'CLEAR', approvedBy: [policeApproval] },
        divisionCode: { uses: ['FILTER', 'JOIN'] },
      },
      links: ['division'],
      rows: { divisionCode: { in: '$requester.districts' } },
    },
  },
};

/** A key that may be followed and is never shown. */
const followed = { form: 'WITHHELD' as const, uses: ['JOIN' as const] };

/** A housing fund must make sure that it has the right person before it, and what that one pays. */
const housingFund: GrantInput = {
  id: 'G-2026-0002',
  client: 'housing-fund-app',
  purpose: 'housing-fund-withdrawal',
  scenario: 'housing-fund-withdrawal',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP'],
      fields: {
        idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP', 'JOIN'] },
        name: {},
        birthDate: {},
        divisionCode: { uses: ['JOIN'] },
      },
      links: ['division', 'companies', 'insurance', 'houses'],
    },
    Company: {
      reach: ['LINKED'],
      fields: {
        name: {},
        status: {},
        divisionCode: { uses: ['JOIN'] },
        legalRepIdNo: followed,
      },
      links: ['division'],
    },
    Insurance: {
      reach: ['LINKED'],
      fields: { idNo: followed, status: {}, startedOn: {}, monthlyBase: {} },
    },
    House: {
      reach: ['LINKED'],
      fields: { houseNo: followed, usage: {}, builtIn: {}, area: {} },
    },
    Ownership: { reach: ['LINKED'], fields: { houseNo: followed, idNo: followed } },
  },
};

/** A value that is compared with what is claimed, and never shown. */
const compared = { form: 'WITHHELD' as const, uses: ['VERIFY' as const] };

/** Whoever opens an account says who it is; whether that is so is all that the fund must know. */
const accountOpening: GrantInput = {
  id: 'G-2026-0004',
  client: 'housing-fund-app',
  purpose: 'housing-fund-opening',
  scenario: 'housing-fund-opening',
  validUntil,
  resources: {
    Resident: {
      reach: ['VERIFY'],
      fields: { idNo: compared, name: compared, birthDate: compared },
    },
  },
};

/** A district's office knows the people and the companies of its own district, and of no other. */
const districtOffice: GrantInput = {
  id: 'G-2026-0003',
  client: 'district-office',
  purpose: 'district-service',
  scenario: 'district-service',
  validUntil,
  resources: {
    Resident: {
      reach: ['LOOKUP', 'LIST'],
      fields: {
        // Beside the year of birth and the district, its ends would leave few dozens of numbers.
        idNo: { form: { mask: 'REDACT' }, uses: ['LOOKUP', 'JOIN'] },
        name: { form: 'CLEAR', approvedBy: [policeApproval] },
        birthDate: {},
        address: {},
        divisionCode: { uses: ['FILTER', 'JOIN'] },
      },
      links: ['division', 'companies'],
      rows: { divisionCode: { eq: '$requester.district' } },
    },
    Company: {
      reach: ['LOOKUP', 'LIST', 'LINKED'],
      fields: {
        creditCode: { uses: ['LOOKUP'] },
        name: {},
        status: { uses: ['FILTER'] },
        registeredCapital: {},
        establishedOn: {},
        legalRepName: {},
        legalRepIdNo: followed,
        divisionCode: { uses: ['FILTER', 'JOIN'] },
      },
      links: ['division'],
      rows: { divisionCode: { eq: '$requester.district' } },
    },
  },
};

/** Whoever plans for the city needs to know how many people there are, and sees none of them. */
const planning: GrantInput = {
  id: 'G-2026-0005',
  client: 'district-office',
  purpose: 'population-planning',
  validUntil,
  resources: {
    Resident: {
      reach: ['STATISTICS'],
      minors: true,
      fields: {
        divisionCode: { form: 'WITHHELD', uses: ['GROUP'] },
        sex: { form: 'WITHHELD', uses: ['GROUP'] },
        birthDate: { form: 'WITHHELD', uses: ['GROUP'] },
      },
    },
    Company: {
      reach: ['STATISTICS'],
      fields: {
        status: { form: 'WITHHELD', uses: ['GROUP'] },
        divisionCode: { form: 'WITHHELD', uses: ['GROUP'] },
        registeredCapital: { form: 'WITHHELD', uses: ['GROUP'] },
      },
      rows: { divisionCode: { in: ['370202', '370203', '370285'] } },
    },
  },
};

/** What was approved for the demo's clients. */
export const demoGrants: readonly GrantInput[] = [
  enrolment,
  housingFund,
  districtOffice,
  accountOpening,
  planning,
];
