import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openAdministered, type Administered } from '../support/administered.js';

let gateway: Administered;
beforeAll(async () => {
  gateway = await openAdministered();
});
afterAll(() => gateway.close());

const far = '2099-12-31T23:59:59+08:00';

/** What a change is refused with, or null. */
async function refused(query: string, variables: object): Promise<string | null> {
  const { body } = await gateway.administer('authority', query, { ...variables });
  return body.errors?.[0]?.message ?? null;
}

const grant = (purpose: string, resident: object, change: object = {}) =>
  refused('mutation ($input: CreateGrantInput!) { createGrant(input: $input) { id } }', {
    input: {
      client: 'fund',
      purpose,
      validUntil: far,
      resources: { Resident: { reach: ['LIST'], fields: { name: {} }, ...resident } },
      ...change,
    },
  });
const rule = (body: object) =>
  refused('mutation ($rule: JSONObject!) { addRule(rule: $rule) { id } }', { rule: body });

describe('A13: a link that would not exist', () => {
  it('is refused when it is granted, with the sentence that `explain` has', async () => {
    expect(await grant('dead', { links: ['division'] })).toMatch(
      /the link Resident\.division would not exist: /,
    );
    expect(
      await grant(
        'alive',
        { fields: { name: {}, divisionCode: { uses: ['JOIN'] } }, links: ['division'] },
        { acceptCombinations: true },
      ),
    ).toBeNull();
  });
});

describe('B12: a rule for a purpose that no grant has', () => {
  const body = { kind: 'WITHHOLD', resource: 'Resident', field: 'name' };

  it('is refused, as one for an unknown client is', async () => {
    expect(await rule({ ...body, purpose: 'nobody-has-it' })).toMatch(
      /no application has the purpose of the rule, so it would restrict nobody/,
    );
    // The school's purpose is none of the fund's.
    expect(await rule({ ...body, purpose: 'enrolment', client: 'fund' })).toMatch(
      /no application has the purpose/,
    );
    expect(await rule({ ...body, purpose: 'enrolment' })).toBeNull();
  });
});

describe('B13: a scope that compares with what its client does not have', () => {
  it('is refused when it is granted', async () => {
    expect(await grant('scoped', { rows: { divisionCode: { eq: '$requester.agncy' } } })).toMatch(
      /no row of Resident would be in scope: client fund has no attribute "agncy"/,
    );
  });

  it('is refused as a rule', async () => {
    expect(
      await rule({
        kind: 'ROWS',
        resource: 'Resident',
        rows: { divisionCode: { eq: '$requester.districts' } },
      }),
    ).toMatch(/client fund has no attribute "districts", so no row would be left/);
  });

  it('is refused as a rule for the public, which has no attributes', async () => {
    const body = { kind: 'ROWS', resource: 'Division', public: true };
    expect(await rule({ ...body, rows: { code: { eq: '$requester.districts' } } })).toMatch(
      /the public has no attribute "districts", so no row would be left/,
    );
    expect(await rule({ ...body, client: 'fund', rows: { code: { eq: '370202' } } })).toMatch(
      /a rule for the public alone names no client and no purpose/,
    );
  });
});

describe('B23: an end that has passed', () => {
  it('is refused of a new grant', async () => {
    expect(await grant('late', {}, { validUntil: '2020-01-01T00:00:00Z' })).toMatch(
      /`validUntil` has passed already/,
    );
  });

  it('is told as EXPIRED, by the clock', async () => {
    const validUntil = new Date(Date.now() + 1_500).toISOString();
    expect(await grant('short', {}, { validUntil })).toBeNull();
    const statusOf = async () => {
      const { body } = await gateway.administer('authority', '{ grants { purpose status } }');
      const grants = body.data?.['grants'] as { purpose: string; status: string }[];
      return grants.find(({ purpose }) => purpose === 'short')?.status;
    };
    expect(await statusOf()).toBe('ACTIVE');
    await new Promise((resolve) => setTimeout(resolve, Date.parse(validUntil) - Date.now() + 50));
    expect(await statusOf()).toBe('EXPIRED');
    // It is ended for good, and makes room for the one that follows.
    const { body } = await gateway.administer('authority', '{ grants { id purpose } }');
    const grants = body.data?.['grants'] as { id: string; purpose: string }[];
    const id = grants.find(({ purpose }) => purpose === 'short')?.id;
    const revoke = 'mutation ($id: ID!) { revokeGrant(id: $id, reason: "over") { status } }';
    expect(await refused(revoke, { id })).toBeNull();
    expect(await grant('short', {})).toBeNull();
  });
});
