import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../src/control/policy/policySeed.js';
import { act } from '../support/act.js';
import { keyOf } from '../support/testClients.js';
import { openTestGateway, type As, type TestGateway } from '../support/testGateway.js';
import { validUntil } from '../support/testPolicy.js';

type Grant = PolicySeedInput['grants'][number];

const hash = { mask: 'HASH' } as const;

/** Everyone's name and ID, hashed; the pages in the order of the rows. */
const resources: Grant['resources'] = {
  Resident: {
    reach: ['LOOKUP', 'LIST'],
    fields: {
      idNo: { form: hash, uses: ['LOOKUP'], approvedBy: [act('PROVIDER'), act('AUTHORITY')] },
      name: { form: hash, approvedBy: [act('PROVIDER')] },
      birthDate: { form: hash, approvedBy: [act('PROVIDER')] },
    },
  },
};

const grant = (id: string, client: string, purpose: string): Grant => ({
  id,
  client,
  purpose,
  validUntil,
  resources,
});

const policy: PolicySeedInput = {
  clients: ['one', 'other'].map((id) => ({ id, agency: 'a', keys: [keyOf(id).registered] })),
  grants: [
    grant('G-1', 'one', 'study'),
    grant('G-2', 'other', 'study'),
    grant('G-3', 'one', 'census'),
  ],
  rules: [{ id: 'R-1', kind: 'MASK', resource: 'Province', field: 'name', mask: 'HASH' }],
};

const one: As = { client: 'one', purpose: 'study' };
const other: As = { client: 'other', purpose: 'study' };
const oneForAnother: As = { client: 'one', purpose: 'census' };

const masterKey = new Uint8Array(32).fill(9);
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway({ policy: JSON.stringify(policy), masterKey });
});
afterAll(() => gateway.close());

interface Person {
  readonly idNo: string;
  readonly name: string;
  readonly birthDate: string | null;
}

async function peopleOf(as: As, from = gateway): Promise<readonly Person[]> {
  const { body } = await from.ask(as, '{ residents { nodes { idNo name birthDate } } }');
  expect(body.errors).toBeUndefined();
  return (body.data?.['residents'] as { nodes: Person[] }).nodes;
}

const valuesOf = (people: readonly Person[]) =>
  people.flatMap(({ idNo, name, birthDate }) =>
    birthDate ? [idNo, name, birthDate] : [idNo, name],
  );

describe('hashes', () => {
  it('are shown in the place of values, and null stays null', async () => {
    const people = await peopleOf(one);
    expect(people.length).toBe(5);
    for (const value of valuesOf(people)) expect(value).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(people.map(({ birthDate }) => birthDate === null)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('are equal within one grant and field, however and whenever it is asked', async () => {
    const [first] = await peopleOf(one);
    expect(await peopleOf(one)).toEqual(await peopleOf(one));
    const query = '{ resident(idNo: "370202199003071233") { again: name idNo } }';
    expect((await gateway.ask(one, query)).body.data).toEqual({
      resident: { again: first?.name, idNo: first?.idNo },
    });
  });

  it('are others for another requester, whose contract is the same', async () => {
    const known = gateway.entries().length;
    const [ofOne, ofOther] = [await peopleOf(one), await peopleOf(other)];
    const [entry, otherEntry] = gateway.entries().slice(known);
    // Nothing bound to a requester is compiled in: one contract and one plan answered both.
    expect(entry?.contract).toBe(otherEntry?.contract);
    expect(entry?.grant).not.toBe(otherEntry?.grant);
    const seen = new Set(valuesOf(ofOne));
    expect(valuesOf(ofOther).filter((value) => seen.has(value))).toEqual([]);
    // And the first again: what was bound for the one did not stay for the other.
    expect(await peopleOf(one)).toEqual(ofOne);
  });

  it('are others for another grant of the same requester: a keyed hash that joins across grants', async () => {
    const seen = new Set(valuesOf(await peopleOf(one)));
    const values = valuesOf(await peopleOf(oneForAnother));
    expect(values.length).toBe(seen.size);
    expect(values.filter((value) => seen.has(value))).toEqual([]);
    const hashed = { name: 'MASKED(HASH)', idNo: 'MASKED(HASH)', birthDate: 'MASKED(HASH)' };
    for (const [at, grant] of ['G-1', 'G-3'].entries()) {
      expect(gateway.entries().at(at - 2)).toMatchObject({ grant, reads: [{ fields: hashed }] });
    }
  });

  it('side by side are each by their own grant', async () => {
    const [ofOne, ofOther] = [await peopleOf(one), await peopleOf(other)];
    const asked = Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other));
    const seen = await Promise.all(asked.map((as) => peopleOf(as)));
    expect(seen).toEqual(asked.map((as) => (as === one ? ofOne : ofOther)));
  });

  it('for the public are by a key of its own, which is no grant’s', async () => {
    const query = '{ province(code: "37") { name } }';
    const names = await Promise.all(
      [null, one, other].map(async (as) =>
        JSON.stringify((await gateway.ask(as, query)).body.data),
      ),
    );
    for (const name of names) expect(name).toMatch(/"name":"[A-Za-z0-9_-]{43}"/);
    expect(new Set(names).size).toBe(3);
    expect(JSON.stringify((await gateway.ask(null, query)).body.data)).toBe(names[0]);
  });

  it('are the same from another replica with the same master key, and others with another', async () => {
    const people = await peopleOf(one);
    for (const [key, isSame] of [
      [masterKey, true],
      [new Uint8Array(32).fill(8), false],
    ] as const) {
      const replica = await openTestGateway({ policy: JSON.stringify(policy), masterKey: key });
      try {
        const found = await peopleOf(one, replica);
        if (isSame) expect(found).toEqual(people);
        const seen = new Set(valuesOf(people));
        expect(valuesOf(found).some((value) => seen.has(value))).toBe(isSame);
      } finally {
        await replica.close();
      }
    }
  });
});
