import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const administer = (query: string, variables?: Record<string, unknown>) =>
  gateway.administer('authority', query, variables);

/** Tries to grant residents to a client; tells the refusal, or the id of the grant. */
async function grant(
  client: string,
  purpose: string,
  resident: object,
  more: object = {},
): Promise<string> {
  const { body } = await administer(
    'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }',
    {
      input: {
        client,
        purpose,
        validUntil: '2099-12-31T23:59:59+08:00',
        resources: { Resident: resident },
        ...more,
      },
    },
  );
  const made = body.data?.['createGrant'] as { id: string } | undefined;
  return made?.id ?? body.errors?.[0]?.message ?? '';
}

const idsOfGrants = async () => (await administer('{ grants { id } }')).body.data?.['grants'];

const approved = { form: 'CLEAR' };
const tail = { form: { mask: { rule: 'ID_NUMBER' } } };

describe('a grant by which a number could be found out by trying', () => {
  const fields = {
    idNo: { form: 'WITHHELD', uses: ['LOOKUP'] },
    birthDate: approved,
    divisionCode: {},
  };

  it('is refused, and not made', async () => {
    const before = await idsOfGrants();
    const reach = ['LIST', 'LOOKUP'];
    for (const more of [{}, { acceptCombinations: true }]) {
      expect(await grant('fund', 'trying', { reach, fields }, more)).toMatch(
        /^A grant with LOOKUP or VERIFY leaves at least 10000 candidates .* narrows citizen-id, to 1000 candidates, by Resident\.birthDate CLEAR of G-[\d-]+ and Resident\.divisionCode CLEAR of G-[\d-]+\. Show less, or take LIST, LINKED and EXPORT away\.$/,
      );
    }
    expect(await idsOfGrants()).toEqual(before);
  });

  it('is made where nothing is shown but to who has the number', async () => {
    expect(await grant('fund', 'trying', { reach: ['LOOKUP'], fields })).toMatch(/^G-[\d-]+$/);
  });
});

describe('a grant that rebuilds a number together with another of the same agency', () => {
  let numbers: string;
  const dates = { reach: ['LIST'], fields: { birthDate: approved } };

  beforeAll(async () => {
    const register = (id: string, agency: string) =>
      administer(
        `mutation { registerClient(input: { id: "${id}", agency: "${agency}", keys: [] }) { id } }`,
      );
    await gateway.registerAgency('qd-health');
    await gateway.registerAgency('qd-culture');
    await register('clinic', 'qd-health');
    await register('ward', 'qd-health');
    await register('museum', 'qd-culture');
    numbers = await grant('clinic', 'numbers', { reach: ['LIST'], fields: { idNo: tail } });
    expect(numbers).toMatch(/^G-[\d-]+$/);
  });

  it('is refused with what rebuilds it, and made where that was seen and is approved', async () => {
    const before = await idsOfGrants();
    expect(await grant('ward', 'dates', dates)).toMatch(
      /^What the grants of one agency rebuild together is approved as such; here they narrow citizen-id, to 91 candidates, by Resident\.idNo MASKED\(ID_NUMBER\) of G-[\d-]+ and Resident\.birthDate CLEAR of G-[\d-]+\. Show less, or state `acceptCombinations: true`\.$/,
    );
    expect(await idsOfGrants()).toEqual(before);
    expect(await grant('ward', 'dates', dates, { acceptCombinations: true })).toMatch(/^G-[\d-]+$/);
  });

  it('is made where the other is of another agency, or was revoked', async () => {
    expect(await grant('museum', 'dates', dates)).toMatch(/^G-[\d-]+$/);
    expect(await grant('ward', 'again', dates)).toMatch(/^What the grants of one agency/);
    await administer(`mutation { revokeGrant(id: "${numbers}", reason: "any") { id } }`);
    expect(await grant('ward', 'again', dates)).toMatch(/^G-[\d-]+$/);
  });
});
