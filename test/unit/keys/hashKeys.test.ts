import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { HashKeys } from '../../../src/keys/hashKeys.js';
import type { HashKeySource } from '../../../src/plan/bindContext.js';
import type { GrantId } from '../../../src/shared/brand.js';
import { boundOf, planOf, school } from '../plan/planning.js';
import { contractFor } from '../support/deciding.js';
import { testCatalog } from '../support/testCatalog.js';

const master = new Uint8Array(32).fill(1);
const hex = (key: Uint8Array) => Buffer.from(key).toString('hex');
const keyOf = (grant: string | null, coordinate: string, from = master) =>
  hex(new HashKeys(from).keyOf(grant as GrantId | null, coordinate));

describe('the key of a hash', () => {
  it('is the same for the same grant and field, 32 bytes', () => {
    const keys = new HashKeys(master);
    const key = hex(keys.keyOf('G-1' as GrantId, 'Resident.name'));
    expect(hex(keys.keyOf('G-1' as GrantId, 'Resident.name'))).toBe(key);
    expect(keyOf('G-1', 'Resident.name')).toBe(key);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is another for another grant, another field, the public, another master key', () => {
    const keys = [
      keyOf('G-1', 'Resident.name'),
      keyOf('G-2', 'Resident.name'),
      keyOf('G-1', 'Resident.idNo'),
      keyOf('G-1', 'Person.name'),
      keyOf(null, 'Resident.name'),
      keyOf('null', 'Resident.name'),
      keyOf('', 'Resident.name'),
      keyOf('G-1', 'Resident.name', new Uint8Array(32).fill(2)),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is not equal for two pairs that would read alike if put together', () => {
    expect(keyOf('G-1,Resident.name', '')).not.toBe(keyOf('G-1', 'Resident.name'));
    expect(keyOf('G","a', 'b')).not.toBe(keyOf('G', 'a","b'));
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, text, (one, field, other, otherField) => {
        const areOne = one === other && field === otherField;
        expect(keyOf(one, field) === keyOf(other, otherField)).toBe(areOne);
      }),
    );
  });

  it('comes for a grant with a long name, and the same after many others', () => {
    const keys = new HashKeys(master);
    const long = 'G'.repeat(10_000) as GrantId;
    const key = hex(keys.keyOf(long, 'Resident.name'));
    for (let index = 0; index < 3_000; index += 1) keys.keyOf(`G-${index}` as GrantId, 'a');
    expect(hex(keys.keyOf(long, 'Resident.name'))).toBe(key);
  });
});

/** A school's contract, with names and IDs hashed. */
const form = { mask: { rule: 'HASH' } } as const;
const hashed = contractFor(testCatalog, {
  Resident: {
    ...school['Resident']!,
    fields: {
      ...school['Resident']!.fields,
      name: { form, approvedBy: ['PROVIDER'] },
      idNo: { form, uses: ['LOOKUP'], approvedBy: ['PROVIDER', 'AUTHORITY'] },
    },
  },
});

/** Says what it was asked for. */
const spelled: HashKeySource = {
  keyOf: (grant, coordinate) => Buffer.from(`${grant ?? 'public'} ${coordinate}`),
};

describe('the keys of a plan', () => {
  const query = `{ a: residents { nodes { name other: name idNo } } b: resident(idNo: "1") { name } }`;

  it('are bound for each hashed value, by its field and the grant at work', () => {
    const { hashKeys } = boundOf(query, {}, { contract: hashed, hashKeys: spelled });
    const bound = [...hashKeys].map(([entry, key]) => [entry.key, Buffer.from(key).toString()]);
    expect(bound).toEqual([
      ['name', 'G-1 Resident.name'],
      ['other', 'G-1 Resident.name'],
      ['idNo', 'G-1 Resident.idNo'],
      ['name', 'G-1 Resident.name'],
    ]);
  });

  it('are those of no grant where there is none', () => {
    const bound = boundOf(query, {}, { contract: hashed, hashKeys: spelled, grant: null });
    const [key] = bound.hashKeys.values();
    expect(Buffer.from(key!).toString()).toBe('public Resident.name');
  });

  it('are none, and none is asked for, where no value is hashed', () => {
    const none: HashKeySource = {
      keyOf: () => {
        throw new Error('a key was asked for');
      },
    };
    expect(boundOf(query, {}, { hashKeys: none }).hashKeys.size).toBe(0);
    const dated = '{ residents { nodes { birthDate } } }';
    expect(boundOf(dated, {}, { contract: hashed, hashKeys: none }).hashKeys.size).toBe(0);
  });

  it('are not in the plan, which any requester of the contract may share', () => {
    expect(planOf(query, {}, hashed).hashed.map(({ coordinate }) => coordinate)).toEqual([
      'Resident.name',
      'Resident.name',
      'Resident.idNo',
      'Resident.name',
    ]);
    expect(JSON.stringify(planOf(query, {}, hashed).hashed)).not.toContain('G-1');
  });
});
