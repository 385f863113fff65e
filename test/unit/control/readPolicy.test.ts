import { describe, expect, it } from '@jest/globals';

import type { PolicySeedInput } from '../../../src/control/policy/policySeed.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { testCatalog } from '../support/testCatalog.js';

import { problemsOf, seed } from './seed.js';

type Seed = Readonly<Record<string, unknown>>;
type ResourceSeed = PolicySeedInput['grants'][number]['resources'][string];

const [grant] = seed.grants;
const resident = grant!.resources['Resident']!;

/** The seed with one part of its grant's resource replaced. */
const withResident = (change: Partial<ResourceSeed> | Seed): Seed => ({
  ...seed,
  grants: [{ ...grant, resources: { Resident: { ...resident, ...change } } }],
});
const withGrant = (change: Seed): Seed => ({ ...seed, grants: [{ ...grant, ...change }] });
const withRule = (change: Seed): Seed => ({
  ...seed,
  rules: [{ id: 'R-1', kind: 'SUSPEND', resource: 'Resident', ...change }],
});

describe('a policy that fits the catalog', () => {
  it('has no problem, nor has one that holds nothing', () => {
    expect(problemsOf(seed)).toEqual([]);
    expect(problemsOf({ clients: [], grants: [] })).toEqual([]);
  });

  it('is kept under a revision that changes with its text', () => {
    const revisionOf = (text: string) => readPolicy(text, testCatalog).revision;
    const text = JSON.stringify(seed);
    expect(revisionOf(text)).toBe(revisionOf(text));
    expect(revisionOf(`${text} `)).not.toBe(revisionOf(text));
  });
});

describe('what a grant names is what the catalog or the policy holds', () => {
  it.each<[string, Seed, string]>([
    [
      'a resource',
      withGrant({ resources: { Person: resident } }),
      'grant G-1, Person: the catalog has no resource "Person"',
    ],
    [
      'a field',
      withResident({ fields: { ...resident.fields, nam: {} } }),
      'grant G-1, Resident: Resident has no field "nam"',
    ],
    [
      'a field, where it names a link',
      withResident({ fields: { division: {} } }),
      'grant G-1, Resident: Resident has no field "division"',
    ],
    [
      'a link',
      withResident({ links: ['divisions'] }),
      'grant G-1, Resident: Resident has no link "divisions"',
    ],
    [
      'a field in its rows',
      withResident({ rows: { divison: { eq: '370202' } } }),
      'grant G-1, Resident: Resident has no field "divison"',
    ],
    [
      'a link in its rows, by what compares fields',
      withResident({ rows: { division: { eq: '370202' } } }),
      'grant G-1, Resident: the link "division" is compared by some, and by nothing else',
    ],
    ['a client', withGrant({ client: 'scool' }), 'grant G-1: no such client'],
  ])('%s', (_what, policy, problem) => {
    expect(problemsOf(policy)).toEqual([problem]);
  });

  it('and every slip is told at once', () => {
    const fields = { nam: {}, sexe: {} };
    expect(problemsOf(withResident({ fields, links: ['a'], rows: {} }))).toEqual([
      'grant G-1, Resident: Resident has no field "nam"',
      'grant G-1, Resident: Resident has no field "sexe"',
      'grant G-1, Resident: Resident has no link "a"',
      'grant G-1, Resident: a condition states something',
    ]);
  });
});

describe('what a grant says of verifications', () => {
  const verified = { reach: ['VERIFY'] as const, fields: resident.fields };

  it.each([{}, { tellMismatches: true }, { tellMismatches: false, tellNotFound: true }])(
    'is what they tell besides their result: %j',
    (verification) => {
      expect(problemsOf(withResident({ ...verified, verification }))).toEqual([]);
    },
  );

  it.each([{ tellAll: true }, { tellNotFound: 'yes' }, true])(
    'is nothing else: %j',
    (verification) => {
      expect(problemsOf(withResident({ ...verified, verification })).length).toBeGreaterThan(0);
    },
  );

  it('is said where verifications were granted', () => {
    expect(problemsOf(withResident({ reach: ['LOOKUP'], verification: {} }))).toEqual([
      'grant G-1, Resident: `verification` goes with the reach VERIFY',
    ]);
  });

  it('is by default that they tell nothing', () => {
    const grantIn = (change: Seed) => {
      const text = JSON.stringify(withResident({ ...verified, ...change }));
      const [ofClient] = [...readPolicy(text, testCatalog).grants.values()];
      return [...ofClient!.values()][0]!.resources.get('Resident')!.verification;
    };
    expect(grantIn({})).toBeUndefined();
    expect(grantIn({ verification: {} })).toEqual({ tellMismatches: false, tellNotFound: false });
  });
});

describe('what a rule names is what the catalog or the policy holds', () => {
  it.each<[string, Seed, string]>([
    [
      'a resource',
      withRule({ resource: 'Residents' }),
      'rule R-1: the catalog has no resource "Residents"',
    ],
    [
      'a field to withhold',
      withRule({ kind: 'WITHHOLD', field: 'nam' }),
      'rule R-1: Resident has no field "nam"',
    ],
    [
      'a field to mask',
      withRule({ kind: 'MASK', field: 'nam', mask: 'NAME' }),
      'rule R-1: Resident has no field "nam"',
    ],
    [
      'a field of its rows',
      withRule({ kind: 'ROWS', rows: { town: { eq: 'a' } } }),
      'rule R-1: Resident has no field "town"',
    ],
    // A rule for a client that is none would restrict no one, and say so to no one.
    ['a client', withRule({ client: 'scool' }), 'rule R-1: no such client'],
  ])('%s', (_what, policy, problem) => {
    expect(problemsOf(policy)).toEqual([problem]);
  });

  it.each<[string, Seed]>([
    ['everyone', withRule({})],
    ['a client', withRule({ client: 'school' })],
    ['a purpose', withRule({ client: 'school', purpose: 'enrolment' })],
    ['a field', withRule({ kind: 'WITHHOLD', field: 'name' })],
    ['rows', withRule({ kind: 'ROWS', rows: { sex: { eq: '男' } } })],
  ])('and so passes on %s', (_what, policy) => {
    expect(problemsOf(policy)).toEqual([]);
  });
});

describe('what may stand once stands once', () => {
  it('a purpose of a client', () => {
    const again = { ...grant, id: 'G-2' };
    expect(problemsOf({ ...seed, grants: [grant, again] })).toEqual([
      'grant G-2: its client has a grant of this purpose already',
    ]);
    expect(problemsOf({ ...seed, grants: [grant, { ...again, purpose: 'census' }] })).toEqual([]);
    expect(problemsOf({ ...seed, grants: [grant, { ...again, client: 'fund' }] })).toEqual([]);
  });

  it('a client, whose keys another of its id would take the place of', () => {
    const [school] = seed.clients;
    expect(problemsOf({ ...seed, clients: [...seed.clients, { ...school, keys: [] }] })).toEqual([
      expect.stringContaining('school'),
    ]);
  });

  it('a grant’s id, by which the record finds it', () => {
    const again = { ...grant, purpose: 'census' };
    expect(problemsOf({ ...seed, grants: [grant, again] })).toEqual([
      expect.stringContaining('G-1'),
    ]);
  });
});
