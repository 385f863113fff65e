import { describe, expect, it } from '@jest/globals';

import { decideField } from '../../../src/policy/decide/decideField.js';
import { permissionFor } from '../../../src/policy/decide/permission.js';
import { clear, describeForm, meetForms } from '../../../src/policy/model/form.js';
import type { Approver, FieldGrant } from '../../../src/policy/model/grant.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { uses } from '../../../src/policy/model/use.js';
import { clientOf, grantOf, inShort } from '../support/deciding.js';

import { register } from './register.js';

const person = register.resources.get('Person')!;

function decideOne(name: string, given: FieldGrant | undefined, rules: readonly Rule[] = []) {
  const fields = given ? { [name]: given } : {};
  const grant = grantOf({ Person: { reach: ['LIST'], fields } });
  const permission = permissionFor(person, clientOf('school'), grant)!;
  return decideField(person.fields.get(name)!, permission, rules, person.capabilities);
}

const P: readonly Approver[] = ['PROVIDER'];
const A: readonly Approver[] = ['AUTHORITY'];
const both: readonly Approver[] = ['PROVIDER', 'AUTHORITY'];
const byDefault = '{FILTER SORT GROUP}';

describe('a grant that says nothing of the form', () => {
  it.each([
    ['plain1', `CLEAR ${byDefault}`],
    ['plain2', `CLEAR ${byDefault}`],
    ['plain3', 'WITHHELD {}'],
    ['plain4', 'WITHHELD {}'],
    ['starred1', 'MASKED(NAME) {}'],
    ['starred2', 'MASKED(NAME) {}'],
    ['starred3', 'MASKED(NAME) {}'],
    ['starred4', 'WITHHELD {}'],
    ['secret', 'WITHHELD {}'],
  ])('gives %s as %s, whoever approved it', (field, decision) => {
    for (const approvedBy of [undefined, [], P, A, both]) {
      expect(inShort(decideOne(field, { approvedBy }))).toBe(decision);
    }
  });
});

describe('a grant of CLEAR', () => {
  it.each([
    ['plain1', [], `CLEAR ${byDefault}`],
    ['plain2', [], `CLEAR ${byDefault}`],
    ['starred1', [], `CLEAR ${byDefault}`],
    ['starred2', [], `CLEAR ${byDefault}`],
    ['plain3', [], 'WITHHELD {}'],
    ['plain3', A, 'WITHHELD {}'],
    ['plain3', P, `CLEAR ${byDefault}`],
    ['starred3', [], 'MASKED(NAME) {}'],
    ['starred3', A, 'MASKED(NAME) {}'],
    ['starred3', P, `CLEAR ${byDefault}`],
    ['plain4', [], 'WITHHELD {}'],
    ['plain4', P, 'WITHHELD {}'],
    ['plain4', A, 'WITHHELD {}'],
    ['plain4', both, `CLEAR ${byDefault}`],
    ['starred4', [], 'MASKED(NAME) {}'],
    ['starred4', P, 'MASKED(NAME) {}'],
    ['starred4', A, 'MASKED(NAME) {}'],
    ['starred4', both, `CLEAR ${byDefault}`],
    ['secret', both, 'WITHHELD {}'],
  ])('of %s, approved by %j, is %s', (field, approvedBy, decision) => {
    expect(inShort(decideOne(field, { form: 'CLEAR', approvedBy }))).toBe(decision);
  });
});

describe('a grant of a mask', () => {
  it.each([
    ['starred3', 'NAME', [], 'MASKED(NAME) {}'],
    ['starred4', 'NAME', [], 'MASKED(NAME) {}'],
    ['starred4', 'NAME', both, 'MASKED(NAME) {}'],
    ['starred3', 'REDACT', P, 'MASKED(REDACT) {}'],
    ['starred3', 'YEAR', [], 'MASKED(REDACT) {}'],
    ['starred3', 'YEAR', P, 'MASKED(YEAR) {}'],
    ['plain1', 'NAME', [], 'MASKED(NAME) {}'],
    ['plain3', 'NAME', [], 'WITHHELD {}'],
    ['plain4', 'NAME', P, 'WITHHELD {}'],
    ['secret', 'REDACT', both, 'WITHHELD {}'],
  ] as const)('of %s as %s, approved by %j, is %s', (field, mask, approvedBy, decision) => {
    expect(inShort(decideOne(field, { form: { mask: { rule: mask } }, approvedBy }))).toBe(
      decision,
    );
  });
});

describe('the uses of a field', () => {
  it.each<[string, FieldGrant, string]>([
    ['plain1', { uses: [] }, 'CLEAR {}'],
    ['plain1', { uses: ['JOIN'] }, 'CLEAR {JOIN}'],
    ['plain1', { uses: ['FILTER', 'LOOKUP'] }, 'CLEAR {FILTER LOOKUP}'],
    // A condition on a value behind a mask would tell what the mask hides.
    ['starred3', { uses }, 'MASKED(NAME) {LOOKUP JOIN VERIFY}'],
    ['starred3', { uses: ['FILTER'] }, 'MASKED(NAME) {}'],
    ['starred3', { uses: ['FILTER'], form: 'CLEAR' }, 'MASKED(NAME) {}'],
    ['starred3', { uses: ['FILTER'], form: 'CLEAR', approvedBy: P }, 'CLEAR {FILTER}'],
    ['plain4', { uses }, 'WITHHELD {LOOKUP JOIN VERIFY}'],
    ['plain1', { uses, form: 'WITHHELD' }, 'WITHHELD {LOOKUP JOIN VERIFY}'],
    ['plain1', { form: 'WITHHELD' }, 'WITHHELD {}'],
    // NOT_SHARED leaves no use, not even that of a link's key.
    ['secret', { uses, form: 'CLEAR', approvedBy: both }, 'WITHHELD {}'],
    ['secret', { uses: ['JOIN'] }, 'WITHHELD {}'],
  ])('%s, granted %j: %s', (field, given, decision) => {
    expect(inShort(decideOne(field, given))).toBe(decision);
  });

  it('and the field itself are none where the grant does not name it', () => {
    expect(inShort(decideOne('plain1', undefined))).toBe('WITHHELD {}');
  });
});

describe('every decision remembers why', () => {
  const why = (...args: Parameters<typeof decideOne>) =>
    decideOne(...args).reasons.map(({ step, by, result }) => `${step}: ${by}: ${result}`);

  it('what was granted, what the catalog left of it, and what rules did', () => {
    const rules: readonly Rule[] = [
      { id: 'R-1', kind: 'MASK', resource: 'Person', field: 'starred3', mask: { rule: 'YEAR' } },
      { id: 'R-2', kind: 'WITHHOLD', resource: 'Person', field: 'starred3' },
      { id: 'R-3', kind: 'WITHHOLD', resource: 'Person', field: 'plain1' },
    ];
    expect(why('starred3', { form: 'CLEAR', uses: ['JOIN'] }, rules)).toEqual([
      'permission: grant G-1: CLEAR',
      'ceiling: level L3 without approval of PROVIDER: MASKED(NAME) {JOIN}',
      'rule: R-1: MASKED(REDACT) {JOIN}',
      'rule: R-2: WITHHELD {}',
    ]);
  });

  it('that uses are for what is clear', () => {
    expect(why('starred3', { uses: ['FILTER', 'JOIN'] })).toEqual([
      'permission: grant G-1: MASKED(NAME)',
      'ceiling: level L3 without approval of PROVIDER: MASKED(NAME) {FILTER JOIN}',
      'ceiling: FILTER, SORT, GROUP are for what is clear: MASKED(NAME) {JOIN}',
    ]);
  });

  it('that nothing was granted', () => {
    expect(why('plain1', undefined)).toEqual([
      'permission: grant G-1 does not name it: WITHHELD {}',
    ]);
  });

  it('the law that a field is not shared by', () => {
    expect(why('secret', { form: 'CLEAR' })).toEqual([
      'permission: grant G-1: CLEAR',
      'ceiling: NOT_SHARED: 某法 第二条: WITHHELD {}',
    ]);
  });
});

describe('no rule widens', () => {
  const grants: readonly FieldGrant[] = (
    ['WITHHELD', { mask: { rule: 'NAME' } }, 'CLEAR'] as const
  ).flatMap((form) => [[], P, A, both].map((approvedBy) => ({ form, approvedBy, uses })));
  const rulesOn = (field: string): readonly Rule[] => [
    { id: 'R-1', kind: 'WITHHOLD', resource: 'Person', field },
    { id: 'R-2', kind: 'MASK', resource: 'Person', field, mask: { rule: 'NAME' } },
    { id: 'R-3', kind: 'MASK', resource: 'Person', field, mask: { rule: 'REDACT' } },
  ];

  it.each([...person.fields.keys()])('what any grant gives of %s', (field) => {
    for (const given of grants) {
      const before = decideOne(field, given);
      for (const rule of rulesOn(field)) {
        const after = decideOne(field, given, [rule]);
        expect(meetForms(after.form, before.form)).toEqual(after.form);
        expect([...before.uses]).toEqual(expect.arrayContaining([...after.uses]));
        expect(describeForm(after.form)).not.toBe(describeForm(clear));
      }
    }
  });
});
