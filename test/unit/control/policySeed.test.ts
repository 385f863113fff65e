import { describe, expect, it } from '@jest/globals';

import { act } from '../../support/act.js';

import { problemsOf, problemsOfText, seed } from './seed.js';

type Seed = Readonly<Record<string, unknown>>;

const [grant] = seed.grants;
const [school] = seed.clients;
const resident = grant!.resources['Resident']!;

const withClient = (change: Seed): Seed => ({ ...seed, clients: [{ ...school, ...change }] });
const withGrant = (change: Seed): Seed => ({ ...seed, grants: [{ ...grant, ...change }] });
const withResident = (change: Seed): Seed =>
  withGrant({ resources: { Resident: { ...resident, ...change } } });
const withField = (given: Seed): Seed => withResident({ fields: { name: given } });
const withRule = (rule: Seed): Seed => ({ ...seed, rules: [rule] });

/** The places that are told of, without the words, which are zod's. */
const placesOf = (policy: unknown) =>
  problemsOf(policy).map((problem) => problem.slice(0, problem.indexOf(':')));

describe('a file that is no policy by form is refused', () => {
  it.each(['', '{', 'clients: []', '{"clients": []}}'])('as no JSON: %j', (text) => {
    expect(problemsOfText(text)).toEqual(['the file is JSON']);
  });

  it.each<[string, unknown, string]>([
    ['a part that is missing', { clients: [] }, 'grants'],
    ['a part that is unknown', { ...seed, roles: [] }, ''],
    ['a client without an agency', withClient({ agency: undefined }), 'clients.0.agency'],
    ['a client without a name', withClient({ id: '' }), 'clients.0.id'],
    ['a client that claims roles', withClient({ roles: ['AUTHORITY'] }), 'clients.0'],
    ['a key too short', withClient({ keys: [{ kid: 'a', x: 'AAAA' }] }), 'clients.0.keys.0.x'],
    [
      'a private key',
      withClient({ keys: [{ ...school!.keys[0], d: 'secret' }] }),
      'clients.0.keys.0',
    ],
    [
      'an attribute that is null',
      withClient({ attributes: { a: null } }),
      'clients.0.attributes.a',
    ],
    ['a grant without an end', withGrant({ validUntil: undefined }), 'grants.0.validUntil'],
    ['an end that is a day', withGrant({ validUntil: '2099-12-31' }), 'grants.0.validUntil'],
    ['an end nowhere', withGrant({ validUntil: '2099-12-31T00:00:00' }), 'grants.0.validUntil'],
    ['a grant without a purpose', withGrant({ purpose: '' }), 'grants.0.purpose'],
    [
      'a reach that is unknown',
      withResident({ reach: ['ALL'] }),
      'grants.0.resources.Resident.reach.0',
    ],
    [
      'an unknown reach',
      withResident({ reach: ['SEARCH'] }),
      'grants.0.resources.Resident.reach.0',
    ],
    ['no reach at all', withResident({ reach: undefined }), 'grants.0.resources.Resident.reach'],
    ['no fields at all', withResident({ fields: undefined }), 'grants.0.resources.Resident.fields'],
    [
      'a form that is unknown',
      withField({ form: 'MASKED' }),
      'grants.0.resources.Resident.fields.name.form',
    ],
    [
      'a mask that is unknown',
      withField({ form: { mask: 'SURNAME' } }),
      'grants.0.resources.Resident.fields.name.form',
    ],
    [
      'a use that is unknown',
      withField({ uses: ['SEE'] }),
      'grants.0.resources.Resident.fields.name.uses.0',
    ],
    [
      'an approver that is unknown',
      withField({ approvedBy: [{ ...act('PROVIDER'), role: 'MAYOR' }] }),
      'grants.0.resources.Resident.fields.name.approvedBy.0.role',
    ],
    [
      'an approval that names no act',
      withField({ approvedBy: ['PROVIDER'] }),
      'grants.0.resources.Resident.fields.name.approvedBy.0',
    ],
    [
      'a field given more than there is',
      withField({ clear: true }),
      'grants.0.resources.Resident.fields.name',
    ],
    [
      'a rule of no kind',
      withRule({ id: 'R-1', kind: 'ALLOW', resource: 'Resident' }),
      'rules.0.kind',
    ],
    ['a rule of no resource', withRule({ id: 'R-1', kind: 'SUSPEND' }), 'rules.0.resource'],
    [
      'a rule that withholds no field',
      withRule({ id: 'R-1', kind: 'WITHHOLD', resource: 'Resident' }),
      'rules.0.field',
    ],
    [
      'a rule that masks without a mask',
      withRule({ id: 'R-1', kind: 'MASK', resource: 'Resident', field: 'name' }),
      'rules.0.mask',
    ],
    [
      'a rule on rows without any',
      withRule({ id: 'R-1', kind: 'ROWS', resource: 'Resident' }),
      'rules.0.rows',
    ],
  ])('%s', (_what, policy, place) => {
    expect(placesOf(policy)).toEqual([place]);
  });
});

describe('a window of a resource', () => {
  const window = {
    id: 'R-1',
    kind: 'WINDOW',
    resource: 'Resident',
    days: ['MON'],
    from: '08:30',
    to: '18:00',
  };

  it.each([
    ['within a day', {}],
    ['all of a day', { from: '00:00', to: '24:00' }],
    ['over midnight', { from: '22:00', to: '06:00' }],
  ])('is %s', (_when, change) => {
    expect(problemsOf(withRule({ ...window, ...change }))).toEqual([]);
  });

  it.each<[string, Seed, string]>([
    ['no day', { days: [] }, 'rules.0.days'],
    ['a day that is none', { days: ['Monday'] }, 'rules.0.days.0'],
    ['no end', { to: undefined }, 'rules.0.to'],
    ['no resource', { resource: undefined }, 'rules.0.resource'],
    ['more than there is', { open: true }, 'rules.0'],
  ])('is refused with %s', (_what, change, place) => {
    expect(placesOf(withRule({ ...window, ...change }))).toEqual([place]);
  });

  it.each<[Seed, string]>([
    [{ from: '24:00' }, 'from: is a time of day, from 00:00 to 23:59'],
    [{ from: '8:30' }, 'from: is a time of day, from 00:00 to 23:59'],
    [{ from: '08:60' }, 'from: is a time of day, from 00:00 to 23:59'],
    [{ from: '08:30:00' }, 'from: is a time of day, from 00:00 to 23:59'],
    [{ to: '00:00' }, 'to: is a time of day, from 00:01 to 24:00'],
    [{ to: '24:01' }, 'to: is a time of day, from 00:01 to 24:00'],
  ])('is refused with %j, and told what is right', (change, problem) => {
    expect(problemsOf(withRule({ ...window, ...change }))).toEqual([`rules.0.${problem}`]);
  });

  it('is refused where it ends as it begins, and told what all of a day is', () => {
    expect(problemsOf(withRule({ ...window, to: '08:30' }))).toEqual([
      'rules.0: ends at another time than it begins; all of a day is from 00:00 to 24:00',
    ]);
  });
});

describe('a condition on rows', () => {
  const place = 'grants.0.resources.Resident.rows';

  it.each<[string, Seed]>([
    ['a value', { sex: { eq: '男' } }],
    ['values', { sex: { in: ['男', '女'] } }],
    ['an attribute', { divisionCode: { eq: '$requester.district' } }],
    ['an attribute of several values', { divisionCode: { in: '$requester.districts' } }],
    ['several fields', { sex: { eq: '男' }, divisionCode: { in: '$requester.districts' } }],
    ['both operators', { sex: { eq: '男', in: ['男', '女'] } }],
    ['several beginnings', { divisionCode: { startsWith: ['3702', '3703'] } }],
    ['beginnings of the requester’s', { divisionCode: { startsWith: '$requester.prefixes' } }],
    ['what a text has in it', { name: { contains: ['张', '%'] } }],
    ['today', { birthDate: { lte: '$today' } }],
    ['a time before today', { birthDate: { gt: '$today-P1Y6M' } }],
    ['who asks', { '$requester.role': { eq: 'a', in: ['a', 1] } }],
    ['the asker’s agency', { '$requester.agency': { in: ['qd-education'] } }],
  ])('states %s', (_what, rows) => {
    expect(problemsOf(withResident({ rows }))).toEqual([]);
  });

  it.each<[string, Seed, string]>([
    ['no operator', { sex: {} }, `${place}.sex`],
    ['an operator that is unknown', { sex: { like: '男' } }, `${place}.sex`],
    ['no operators but a value', { sex: '男' }, `${place}.sex`],
    ['null', { sex: { eq: null } }, `${place}.sex.eq`],
    ['a list where one value stands', { sex: { eq: ['男'] } }, `${place}.sex.eq`],
    ['an empty list', { sex: { in: [] } }, `${place}.sex.in`],
    ['a value where a list stands', { sex: { in: '男' } }, `${place}.sex.in`],
    [
      'something of the requester’s that is no attribute',
      { sex: { in: '$requester' } },
      `${place}.sex.in`,
    ],
    [
      'a time before today that is none',
      { birthDate: { gt: '$today-1Y' } },
      `${place}.birthDate.gt`,
    ],
    ['a time of no end', { birthDate: { gt: '$today-P999Y' } }, `${place}.birthDate.gt`],
    ['several days', { birthDate: { gt: ['2020-01-01', '2021-01-01'] } }, `${place}.birthDate.gt`],
    ['an empty list of beginnings', { sex: { startsWith: [] } }, `${place}.sex.startsWith`],
    ['today in a list', { birthDate: { in: ['$today'] } }, `${place}.birthDate.in.0`],
    ['an attribute with a blank', { sex: { in: '$requester.a b' } }, `${place}.sex.in`],
    ['one with a blank, by `eq`', { sex: { eq: '$requester.a b' } }, `${place}.sex.eq`],
    ['one without a name, by `eq`', { sex: { eq: '$requester.' } }, `${place}.sex.eq`],
  ])('is refused where it states %s', (_what, rows, at) => {
    expect(new Set(placesOf(withResident({ rows })))).toEqual(new Set([at]));
  });

  it('is refused where it states nothing', () => {
    expect(problemsOf(withResident({ rows: {} }))).toEqual([
      'grant G-1, Resident: a condition states something',
    ]);
    expect(problemsOf(withResident({ rows: undefined }))).toEqual([]);
  });

  it.each<[string, Seed, string]>([
    [
      'no days',
      { name: { lt: '$today' } },
      '"name" holds no days, so it is not compared with $today',
    ],
    [
      'an empty text among others',
      { name: { contains: ['a', ''] } },
      '"contains" of "name" states a text that is not empty',
    ],
    [
      'a day that has no text',
      { birthDate: { contains: '1990' } },
      '"birthDate" is compared by eq, in, lt, lte, gt, gte, isNull; "contains" is none of them',
    ],
    [
      'an order of who asks',
      { '$requester.role': { gt: 1 } },
      '"$requester.role" is compared with constants, by eq or in',
    ],
    [
      'who asks with who asks',
      { '$requester.role': { eq: '$requester.name' } },
      '"$requester.role" is compared with constants, by eq or in',
    ],
    [
      'linked rows of a field',
      { name: { some: {} } },
      '"some" leads through a link; "name" is none',
    ],
    [
      'a link by an operator',
      { division: { eq: '370202' } },
      'the link "division" is compared by some, and by nothing else',
    ],
    [
      'a link to another source',
      { division: { some: { code: { eq: '370202' } } } },
      '"division" leads to another source; a scope stays within one',
    ],
    [
      'what linked rows do not have',
      { division: { some: { colour: { eq: 'a' } } } },
      'Division has no field "colour"',
    ],
  ])('is refused where it states %s', (_what, rows, problem) => {
    expect(problemsOf(withResident({ rows }))).toContain(`grant G-1, Resident: ${problem}`);
  });

  it.each<[string, Seed]>([
    ['a number', { sex: { eq: 1 } }],
    ['a boolean', { sex: { eq: true } }],
    ['one such value of several', { sex: { in: ['男', 1] } }],
    ['a half of a surrogate pair', { sex: { eq: '\ud842' } }],
  ])('is refused where its column cannot hold %s, which is not said again', (_what, rows) => {
    expect(problemsOf(withResident({ rows }))).toEqual([
      'grant G-1, Resident: a value for "sex" does not fit its column',
    ]);
  });

  it('of a rule is held to the same', () => {
    const ruled = (rows: Seed) => withRule({ id: 'R-1', kind: 'ROWS', resource: 'Resident', rows });
    expect(problemsOf(ruled({ sex: { eq: 1 } }))).toEqual([
      'rule R-1: a value for "sex" does not fit its column',
    ]);
    expect(problemsOf(ruled({}))).toEqual(['rule R-1: a condition states something']);
  });
});
