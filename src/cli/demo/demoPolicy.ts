import type { PolicySeedInput } from '../../control/policySeed.js';

/** A requester of the demo, and what it may ask for. */
export interface DemoClient {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
}

export const demoClients: readonly DemoClient[] = [
  { id: 'enrolment-app', label: 'Enrolment app', purpose: 'school-enrolment' },
  { id: 'housing-fund-app', label: 'Housing-fund app', purpose: 'housing-fund-withdrawal' },
];

const validUntil = '2099-12-31T23:59:59+08:00';

/**
 * The demo's grants. A school must know a child's name and birth date as they are, and sees only
 * its own districts; a housing fund must only make sure that it has the right person before it.
 *
 * @param keys public keys by client
 */
export function demoPolicy(
  keys: ReadonlyMap<string, { readonly kid: string; readonly x: string }>,
): PolicySeedInput {
  const keyOf = (client: string) => {
    const key = keys.get(client);
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
    ],
    grants: [
      {
        id: 'G-2026-0001',
        client: 'enrolment-app',
        purpose: 'school-enrolment',
        validUntil,
        resources: {
          Resident: {
            reach: ['LOOKUP', 'LIST'],
            fields: {
              // Beside a birth date and a division in clear, an ID's last four digits are the rest of it.
              idNo: { form: { mask: 'REDACT' }, uses: ['LOOKUP'] },
              name: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
              birthDate: { form: 'CLEAR', approvedBy: ['PROVIDER'] },
              divisionCode: { uses: ['FILTER', 'JOIN'] },
            },
            links: ['division'],
            rows: { divisionCode: { in: '$requester.districts' } },
          },
        },
      },
      {
        id: 'G-2026-0002',
        client: 'housing-fund-app',
        purpose: 'housing-fund-withdrawal',
        validUntil,
        resources: {
          Resident: {
            reach: ['LOOKUP'],
            fields: {
              idNo: { form: { mask: 'ID_NUMBER' }, uses: ['LOOKUP'] },
              name: {},
              birthDate: {},
              divisionCode: { uses: ['JOIN'] },
            },
            links: ['division'],
          },
        },
      },
    ],
    rules: [],
  };
}
