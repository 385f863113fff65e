import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

async function create(purpose: string, fields: object) {
  const { body } = await gateway.administer(
    'authority',
    'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id status waitsFor { role } } }',
    {
      input: {
        client: 'fund',
        purpose,
        validUntil: '2099-12-31T23:59:59+08:00',
        resources: { Resident: { reach: ['LIST'], fields } },
        acceptCombinations: true,
      },
    },
  );
  return body.data?.['createGrant'] ?? body.errors?.[0]?.message;
}

const byDivision = (division: string) => ({
  form: { clearWhere: { divisionCode: { eq: division } } },
});

describe('a grant of a field that is clear in some rows', () => {
  it('waits for those whom a clear form waits for, and is in force when they approved', async () => {
    const fields = { name: byDivision('370202'), divisionCode: {} };
    const made = (await create('by-row', fields)) as { id: string };
    expect(made).toMatchObject({ status: 'PENDING', waitsFor: [{ role: 'PROVIDER' }] });
    const asFund = { client: 'fund', purpose: 'by-row' };
    const query = '{ residents { nodes { name divisionCode } } }';
    const before = await gateway.ask(asFund, query);
    expect(before.body.errors?.[0]?.extensions.code).toBe('PURPOSE_NOT_VALID');
    await gateway.administer(
      'police',
      'mutation ($id: ID!) { approveGrant(id: $id, number: "1") { status } }',
      { id: made.id },
    );
    const { data } = (await gateway.ask(asFund, query)).body;
    const { nodes } = data!['residents'] as {
      nodes: readonly { name: string; divisionCode: string }[];
    };
    const isMasked = ({ name }: { name: string }) => name.includes('*');
    expect(nodes.filter(({ divisionCode }) => divisionCode === '370202').some(isMasked)).toBe(
      false,
    );
    expect(nodes.filter(({ divisionCode }) => divisionCode !== '370202').every(isMasked)).toBe(
      true,
    );
    expect(new Set(nodes.map(isMasked)).size).toBe(2);
    expect(JSON.stringify(gateway.entries())).toContain('name masked, but clear by divisionCode');
  });

  it.each<[string, object, RegExp]>([
    [
      'by what is not clear itself',
      { name: { form: { clearWhere: { birthDate: { isNull: true } } } }, birthDate: {} },
      /Resident\.name would be clear in no row: it would be clear by "birthDate", which is not clear itself/,
    ],
    [
      'by an attribute that its client lacks',
      { name: byDivision('$requester.division'), divisionCode: {} },
      /Resident\.name would be clear in no row: client fund has no attribute "division"/,
    ],
  ])('is refused where it would be so in no row: %s', async (_what, fields, told) => {
    expect(await create('nowhere', fields)).toMatch(told);
  });
});
