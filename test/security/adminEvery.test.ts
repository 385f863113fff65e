import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

async function create(purpose: string, fields: unknown, acceptCombinations = true) {
  const { body } = await gateway.administer(
    'authority',
    `mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id status resources } }`,
    {
      input: {
        client: 'fund',
        purpose,
        validUntil: '2099-12-31T23:59:59+08:00',
        resources: { Resident: { reach: ['LIST'], fields } },
        acceptCombinations,
      },
    },
  );
  const made = body.data?.['createGrant'] as
    { id: string; status: string; resources: { Resident: { fields: object } } } | undefined;
  return { made, told: body.errors?.[0]?.message ?? '' };
}

async function stored(id: string) {
  const { body } = await gateway.administer('authority', '{ grants { id resources } }');
  const grants = body.data?.['grants'] as readonly { id: string; resources: object }[];
  return grants.find((one) => one.id === id)?.resources;
}

describe('a grant of "*"', () => {
  it('is told, kept and on record with the fields and forms that it stands for', async () => {
    const { made, told } = await create('every', '*');
    expect(told).toBe('');
    expect(made).toMatchObject({ status: 'ACTIVE' });
    const { fields } = made!.resources.Resident;
    expect(fields).toEqual({
      name: { form: { mask: 'NAME' } },
      birthDate: { form: { mask: 'YEAR' } },
      address: { form: { mask: 'REDACT' } },
      divisionCode: { form: 'CLEAR' },
    });
    expect(await stored(made!.id)).toEqual({ Resident: { reach: ['LIST'], fields } });
    const recorded = JSON.stringify(gateway.entries());
    expect(recorded).toContain('Resident LIST { name ');
    expect(recorded).not.toContain('"*"');
  });

  it('shows what it was granted, and nothing more', async () => {
    const asFund = { client: 'fund', purpose: 'every' };
    const shown = await gateway.ask(asFund, '{ residents(first: 1) { nodes { name address } } }');
    expect(shown.body.errors).toBeUndefined();
    const hidden = await gateway.ask(asFund, '{ residents(first: 1) { nodes { idNo } } }');
    expect(hidden.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is judged by what it stands for, beside the other grants of its agency', async () => {
    const { told } = await create('unseen', '*', false);
    expect(told).toMatch(/^What the grants of one agency rebuild together is approved as such/);
  });

  it('leaves out what is excepted, beside what is named', async () => {
    const fields = { '*': { except: ['address'] }, birthDate: { form: { mask: 'REDACT' } } };
    const { made } = await create('some', fields);
    expect(made!.resources.Resident.fields).toEqual({
      birthDate: { form: { mask: 'REDACT' } },
      name: { form: { mask: 'NAME' } },
      divisionCode: { form: 'CLEAR' },
    });
  });

  it.each([
    [{ '*': { except: ['fax'] } }, /Resident has no field "fax"/],
    ['all', /fields: is `"\*"`, or names fields/],
    [{ '*': { form: 'CLEAR' } }, /"form"/],
  ])('is not made of %j', async (fields, told) => {
    const before = (await gateway.administer('authority', '{ grants { id } }')).body.data;
    expect((await create('refused', fields)).told).toMatch(told);
    expect((await gateway.administer('authority', '{ grants { id } }')).body.data).toEqual(before);
  });
});
