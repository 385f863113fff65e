import { describe, expect, it } from '@jest/globals';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import type { ClientId, PurposeCode } from '../../../src/shared/brand.js';
import { act } from '../../support/act.js';
import { testCatalog } from '../support/testCatalog.js';

import { problemsOf, seed } from './seed.js';

const [grant] = seed.grants;

function granting(mask: unknown) {
  const fields = { name: { form: { mask }, approvedBy: [act('PROVIDER')] } };
  return { ...seed, grants: [{ ...grant, resources: { Resident: { reach: ['LIST'], fields } } }] };
}

function ruling(mask: unknown) {
  const rule = { id: 'R-1', kind: 'MASK', resource: 'Resident', field: 'name', mask };
  return { ...seed, rules: [rule] };
}

const masks: readonly (readonly [unknown, object])[] = [
  ['NAME', { rule: 'NAME' }],
  [{ rule: 'NAME' }, { rule: 'NAME' }],
  ['HASH', { rule: 'HASH' }],
  [
    { rule: 'KEEP', first: 1, last: 2 },
    { rule: 'KEEP', first: 1, last: 2 },
  ],
];

const keep =
  'KEEP states `first` and `last`, whole numbers from 0: how many characters stay. Where none does, the rule is REDACT.';

const refused: readonly (readonly [unknown, string])[] = [
  ['KEEP', keep],
  [{ rule: 'KEEP', first: 0, last: 0 }, keep],
  [{ rule: 'KEEP', first: 1.5, last: 0 }, keep],
  [{ rule: 'NAME', step: 2 }, 'NAME takes no parameter; `step` is stated.'],
];

describe('a mask that a grant states', () => {
  it.each(masks)('is read: %j', (mask, read) => {
    const grants = readPolicy(JSON.stringify(granting(mask)), testCatalog).grants;
    const resources = grants.get('school' as ClientId)?.get('enrolment' as PurposeCode)?.resources;
    const name = resources?.get('Resident')?.fields.get('name');
    expect(name).toEqual({ form: { mask: read }, approvedBy: ['PROVIDER'] });
  });

  it.each(refused)('is refused with what would be right: %j', (mask, why) => {
    expect(problemsOf(granting(mask))).toEqual([`grant G-1, Resident, name: ${why}`]);
  });

  it('is refused on a type that it cannot take, with its parameters too', () => {
    expect(problemsOf(granting('RANGE'))).toEqual([
      'grant G-1, Resident: RANGE is put on Int, BigInt, Decimal; "name" is String',
      'grant G-1, Resident, name: RANGE states `step`, a whole number from 2: with `step: 10`, 37 is shown as 30–39.',
    ]);
    expect(problemsOf(granting({ rule: 'RANGE', step: 10 }))).toEqual([
      'grant G-1, Resident: RANGE is put on Int, BigInt, Decimal; "name" is String',
    ]);
  });

  it.each([
    ['WITHHOLD'],
    [{ rule: 'SURNAME' }],
    [{ rule: 'KEEP', first: '1', last: 1 }],
    [{}],
    [7],
  ])('is refused where it is none: %j', (mask) => {
    const place = 'grants.0.resources.Resident.fields.name.form';
    expect(problemsOf(granting(mask)).map((problem) => problem.split(':')[0])).toEqual([place]);
  });
});

describe('a mask that a rule states', () => {
  it.each(masks)('is read: %j', (mask, read) => {
    const [rule] = readPolicy(JSON.stringify(ruling(mask)), testCatalog).rules;
    expect(rule).toMatchObject({ kind: 'MASK', mask: read });
  });

  it.each(refused)('is refused with what would be right: %j', (mask, why) => {
    expect(problemsOf(ruling(mask))).toEqual([`rule R-1, name: ${why}`]);
  });
});
