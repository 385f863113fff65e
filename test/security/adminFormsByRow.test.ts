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

describe('a rule that masks a field but in some rows', () => {
  const asSchool = { client: 'school', purpose: 'enrolment' };
  const query = '{ residents { nodes { name divisionCode } } }';
  const masking = {
    ...{ kind: 'MASK', resource: 'Resident', field: 'name', mask: 'NAME' },
    client: 'school',
  };
  const inDivision = { divisionCode: { eq: '370202' } };

  async function add(rule: object) {
    const { body } = await gateway.administer(
      'authority',
      'mutation ($rule: JSONObject!) { addRule(rule: $rule) { id body } }',
      { rule },
    );
    const made = body.data?.['addRule'] as { id: string; body: object } | undefined;
    return { made, message: body.errors?.[0]?.message };
  }
  const remove = (id: string) =>
    gateway.administer('authority', 'mutation ($id: ID!) { removeRule(id: $id) { id } }', { id });

  /** Whether names are masked, in the division of the exception and in the others. */
  async function maskedIn() {
    const { data } = (await gateway.ask(asSchool, query)).body;
    const { nodes } = data!['residents'] as {
      nodes: readonly { name: string; divisionCode: string }[];
    };
    const areMasked = (isWithin: boolean) => [
      ...new Set(
        nodes
          .filter(({ divisionCode }) => (divisionCode === '370202') === isWithin)
          .map(({ name }) => name.includes('*')),
      ),
    ];
    return { within: areMasked(true), beyond: areMasked(false) };
  }

  it('leaves what was granted in these rows alone, until it is removed', async () => {
    expect(await maskedIn()).toEqual({ within: [false], beyond: [false] });
    const { made } = await add({ ...masking, clearWhere: inDivision });
    expect(made?.body).toMatchObject({ ...masking, clearWhere: inDivision });
    expect(await maskedIn()).toEqual({ within: [false], beyond: [true] });
    const entry = JSON.stringify(gateway.entries().at(-1));
    expect(entry).toContain('BY_ROW(NAME,divisionCode)');
    expect(entry).not.toContain('370202');
    await remove(made!.id);
    expect(await maskedIn()).toEqual({ within: [false], beyond: [false] });
  });

  it('leaves fewer beside another, and none beside one without an exception', async () => {
    const first = await add({ ...masking, clearWhere: inDivision });
    const second = await add({ ...masking, clearWhere: { birthDate: { isNull: true } } });
    expect(await maskedIn()).toEqual({ within: [true], beyond: [true] });
    await remove(second.made!.id);
    const third = await add(masking);
    expect(await maskedIn()).toEqual({ within: [true], beyond: [true] });
    await remove(third.made!.id);
    expect(await maskedIn()).toEqual({ within: [false], beyond: [true] });
    await remove(first.made!.id);
  });

  it.each<[string, object, RegExp]>([
    [
      'by what is not clear to one whom it concerns',
      { address: { isNull: true } },
      /client school would see Resident\.name clear in no row: it would be clear by "address", which is not clear itself/,
    ],
    [
      'by an attribute that one whom it concerns lacks',
      { not: { divisionCode: { eq: '$requester.ward' } } },
      /client school would see Resident\.name clear in no row: it has no attribute "ward"/,
    ],
    ['by a value of another type', { divisionCode: { eq: 7 } }, /"divisionCode"/],
    ['by nothing', {}, /a condition states something/],
  ])('is refused where it would mask every row by a slip: %s', async (_what, clearWhere, told) => {
    const before = await gateway.store.revision();
    const { made, message } = await add({ ...masking, clearWhere });
    expect([made, message]).toEqual([undefined, expect.stringMatching(told)]);
    expect(await gateway.store.revision()).toBe(before);
    expect(await maskedIn()).toEqual({ within: [false], beyond: [false] });
  });

  it('is made where all whom it concerns saw the mask in every row before', async () => {
    const clearWhere = { address: { isNull: true } };
    const ofFund = { ...masking, client: 'fund', purpose: 'withdrawal', clearWhere };
    const { made } = await add(ofFund);
    expect(await maskedIn()).toEqual({ within: [false], beyond: [false] });
    await remove(made!.id);
  });
});
