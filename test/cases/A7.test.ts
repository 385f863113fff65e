import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { creditCode } from '../../demo/generate/creditCode.js';
import { isCreditCode } from '../../src/control/agencies/isCreditCode.js';
import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const right = creditCode('370202', 'MA000001');

async function refusalOf(operation: string, variables: object = {}) {
  const { body } = await gateway.administer('authority', operation, { ...variables });
  return body.errors?.[0]?.message ?? null;
}
const registerAgency = (change: object) =>
  refusalOf('mutation ($input: RegisterAgencyInput!) { registerAgency(input: $input) { code } }', {
    input: {
      code: 'qd-water',
      name: 'Water',
      creditCode: right,
      kind: 'PUBLIC_SERVICE_ENTERPRISE',
      ...change,
    },
  });
const registerClient = (agency: string) =>
  refusalOf(
    'mutation ($agency: String!) { registerClient(input: { id: "meter", agency: $agency, keys: [] }) { id } }',
    { agency },
  );

describe('A7: agencies are registered', () => {
  it('and a client of none is refused', async () => {
    expect(await registerClient('qd-housing-fnd3')).toMatch(/no agency of this code is registered/);
    expect(await registerAgency({})).toBeNull();
    expect(await registerClient('qd-water')).toBeNull();
  });

  it.each([
    ['a code that is there', { creditCode: creditCode('370202', 'MA000002') }, /of this code/],
    ['a second code for one agency', { code: 'qd-water-2' }, /of this credit code/],
    ['a check that fails', { code: 'qd-3', creditCode: `${right.slice(0, -1)}#` }, /18 characters/],
    ['a code too short', { code: 'qd-3', creditCode: right.slice(1) }, /18 characters/],
    [
      'a parent that is none',
      { code: 'qd-3', creditCode: creditCode('370202', 'MA000003'), parent: 'qd-none' },
      /`parent`/,
    ],
  ])('and %s is refused', async (_what, change, why) => {
    expect(await registerAgency(change)).toMatch(why);
  });

  it('by the credit codes of the state (GB 32100)', () => {
    // Published codes of companies that are listed on an exchange.
    for (const code of ['91110000802100433B', '9144030071526726XG', '91330100799655058B']) {
      expect([code, isCreditCode(code)]).toEqual([code, true]);
    }
    expect(isCreditCode('91110000802100434B')).toBe(false);
    expect(isCreditCode('91110000802100433b')).toBe(false);
  });
});
