import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const sentenceOf = (said: string) =>
  `A change fits the policy that is there, and the catalog; this one does not: ${said}.`;

type Fields = Readonly<Record<string, object>>;

async function create(purpose: string, fields: Fields, by = 'authority') {
  const { body } = await gateway.administer(
    by,
    'mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id status waitsFor { role agency } } }',
    {
      input: {
        client: 'fund',
        purpose,
        validUntil: '2099-12-31T23:59:59+08:00',
        resources: { Resident: { reach: ['LOOKUP'], fields } },
      },
    },
  );
  const made = body.data?.['createGrant'] as { id: string; status: string } | undefined;
  return { made, refused: body.errors?.[0]?.message ?? null };
}

async function approve(by: string, id: string, ofCase = false) {
  const { body, code } = await gateway.administer(
    by,
    'mutation ($id: ID!, $ofCase: Boolean!) { approveGrant(id: $id, number: "GA-17", ofCase: $ofCase) { status } }',
    { id, ofCase },
  );
  if (code === 'FORBIDDEN') return code;
  const done = body.data?.['approveGrant'] as { status: string } | undefined;
  return done?.status ?? body.errors?.[0]?.message;
}

const inForce = async () => (await gateway.store.load()).seed.grants.map(({ id }) => id);
const clear = { form: 'CLEAR' };

describe('A6: an approval is an act of another person', () => {
  it('is refused of who makes the grant, whatever its form', async () => {
    for (const approvedBy of [
      ['PROVIDER', 'AUTHORITY', 'CASE'],
      [{ role: 'PROVIDER', number: '1', date: '2026-01-01', office: 'qd-public-security' }],
    ]) {
      const { made, refused } = await create('own', { phone: { ...clear, approvedBy } });
      expect([made, refused]).toEqual([undefined, expect.stringContaining('approve')]);
    }
  });

  it('is not needed for what the levels allow, and what was granted is on record', async () => {
    const { made } = await create('masked', { name: {}, idNo: { uses: ['LOOKUP'] } });
    expect(made).toMatchObject({ status: 'ACTIVE', waitsFor: [] });
    const { id } = made!;
    expect(await inForce()).toContain(id);
    expect(gateway.entries().map(({ action }) => action)).toContain(
      `createGrant ${id}: fund for masked until 2099-12-31T23:59:59+08:00, Resident LOOKUP { name, idNo [LOOKUP] }`,
    );
  });

  it('gives L3 in clear by the provider, and not by another nor by the authority', async () => {
    const { made } = await create('names', { name: clear });
    expect(made).toMatchObject({
      status: 'PENDING',
      waitsFor: [{ role: 'PROVIDER', agency: 'qd-public-security' }],
    });
    const { id } = made!;
    const waits = (role: string, agency: string) =>
      sentenceOf(
        `the grant waits for no approval of ${role} of ${agency}, but of PROVIDER of qd-public-security`,
      );
    expect(await approve('authority', id)).toMatch(/each approval is an act of another/);
    expect(await approve('deputy', id)).toBe(waits('AUTHORITY', 'qd-big-data'));
    expect(await approve('civil', id)).toBe(waits('PROVIDER', 'qd-civil-affairs'));
    expect(await approve('supervisor', id)).toBe('FORBIDDEN');
    expect(await approve('auditor', id)).toBe('FORBIDDEN');
    expect(await inForce()).not.toContain(id);
    expect(await approve('police', id)).toBe('ACTIVE');
    expect(await inForce()).toContain(id);
    expect(gateway.entries().map(({ action }) => action)).toContain(
      `approveGrant ${id}: PROVIDER for Resident by act GA-17`,
    );
    expect(await approve('police', id)).toBe(sentenceOf('the grant is ACTIVE, and not PENDING'));
  });

  it('gives L4 in clear by two others, in any order', async () => {
    const { made } = await create('numbers', { idNo: { ...clear, uses: ['LOOKUP'] } });
    expect(made).toMatchObject({ status: 'PENDING' });
    const { id } = made!;
    expect(await approve('deputy', id)).toBe('PENDING');
    expect(await approve('deputy', id)).toMatch(/each approval is an act of another/);
    expect(await approve('authority', id)).toMatch(/each approval is an act of another/);
    expect(await inForce()).not.toContain(id);
    expect(await approve('police', id)).toBe('ACTIVE');
    const { seed } = await gateway.store.load();
    const given = seed.grants.find((one) => one.id === id)?.resources['Resident']?.fields['idNo'];
    expect(given?.approvedBy?.map(({ role, office }) => `${role} ${office}`).sort()).toEqual([
      'AUTHORITY qd-big-data',
      'PROVIDER qd-public-security',
    ]);
  });

  it('holds for one grant: no second is made of its purpose while it waits', async () => {
    expect((await create('once', { name: clear })).made).toMatchObject({ status: 'PENDING' });
    expect((await create('once', { name: {} })).refused).toBe(
      sentenceOf('its client has a grant of this purpose that is PENDING or SUSPENDED'),
    );
  });
});
