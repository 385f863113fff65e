import { describe, expect, it } from '@jest/globals';

import type { Condition } from '../../../src/policy/model/condition.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import type { ClientId, PurposeCode } from '../../../src/shared/brand.js';
import { decided, decideFor, decideForPublic, type Granted } from '../support/deciding.js';

import { register } from './register.js';

const granted: Granted = {
  Person: {
    reach: ['LOOKUP', 'LIST'],
    fields: {
      id: { uses: ['LOOKUP'] },
      plain1: { uses: ['FILTER', 'JOIN'] },
      plain2: {},
      starred3: {},
    },
  },
};
const before = decideFor(register, granted);
const withRule = (rule: Rule) => decideFor(register, granted, [rule]);
const inTown = (town: string): Condition => ({
  kind: 'in',
  field: 'townCode',
  operand: { kind: 'literals', values: [town] },
});

describe('a rule that withholds', () => {
  const rule: Rule = { id: 'R-1', kind: 'WITHHOLD', resource: 'Person', field: 'plain1' };

  it('takes the field, and its uses with it', () => {
    expect(decided(before, 'Person.plain1')).toBe('CLEAR {FILTER JOIN}');
    expect(decided(withRule(rule), 'Person.plain1')).toBe('WITHHELD {}');
  });

  it('leaves the field beside it', () => {
    expect(decided(withRule(rule), 'Person.plain2')).toBe(decided(before, 'Person.plain2'));
  });

  it('on a key takes the look-up of the resource too', () => {
    const decisions = withRule({ ...rule, field: 'id' });
    expect([...before.resources.get('Person')!.reach]).toEqual(['LOOKUP', 'LIST']);
    expect([...decisions.resources.get('Person')!.reach]).toEqual(['LIST']);
  });
});

describe('a rule that masks', () => {
  const rule: Rule = {
    id: 'R-1',
    kind: 'MASK',
    resource: 'Person',
    field: 'plain1',
    mask: { rule: 'NAME' },
  };

  it('masks the field, and takes the uses that only a clear value may have', () => {
    expect(decided(withRule(rule), 'Person.plain1')).toBe('MASKED(NAME) {JOIN}');
  });

  it('leaves the field beside it', () => {
    expect(decided(withRule(rule), 'Person.plain2')).toBe(decided(before, 'Person.plain2'));
  });

  it('does not lay a withheld field open', () => {
    const decisions = withRule({ ...rule, field: 'plain3' });
    expect(decided(decisions, 'Person.plain3')).toBe('WITHHELD {}');
  });

  it('meets another mask as REDACT, and the same mask as itself', () => {
    expect(decided(withRule({ ...rule, field: 'starred3' }), 'Person.starred3')).toBe(
      'MASKED(NAME) {}',
    );
    expect(
      decided(withRule({ ...rule, field: 'starred3', mask: { rule: 'YEAR' } }), 'Person.starred3'),
    ).toBe('MASKED(REDACT) {}');
  });

  it('meets another rule’s mask as REDACT, in whichever order', () => {
    const other: Rule = { ...rule, id: 'R-2', mask: { rule: 'YEAR' } };
    for (const rules of [
      [rule, other],
      [other, rule],
    ]) {
      const decisions = decideFor(register, granted, rules);
      expect(decided(decisions, 'Person.plain1')).toBe('MASKED(REDACT) {JOIN}');
    }
  });
});

describe('a rule that masks but in some rows', () => {
  const rule: Rule = {
    id: 'R-1',
    kind: 'MASK',
    resource: 'Person',
    field: 'plain1',
    mask: { rule: 'NAME' },
    clearWhere: { kind: 'isNull', field: 'plain2' },
  };

  it('leaves what is granted in these, and takes the uses that only a clear value may have', () => {
    expect(decided(withRule(rule), 'Person.plain1')).toBe('BY_ROW(NAME,plain2) {JOIN}');
    expect(withRule(rule).resources.get('Person')!.fields.get('plain1')!.reasons.at(-2)).toEqual({
      step: 'rule',
      by: 'R-1',
      result: 'BY_ROW(NAME,plain2) {FILTER JOIN}',
    });
  });

  it('lays open neither what is masked nor what is withheld', () => {
    for (const field of ['starred3', 'plain3', 'coded1', 'secret', 'starred4']) {
      const without = decided(before, `Person.${field}`);
      expect(decided(withRule({ ...rule, field }), `Person.${field}`)).toBe(without);
      expect(without).toMatch(/^(?:MASKED|WITHHELD)/);
    }
  });

  it('withholds in all rows what is never shown in part', () => {
    const given: Granted = {
      Person: { ...granted['Person']!, fields: { coded1: { form: 'CLEAR' }, plain2: {} } },
    };
    expect(decided(decideFor(register, given), 'Person.coded1')).toMatch(/^CLEAR/);
    const decisions = decideFor(register, given, [{ ...rule, field: 'coded1' }]);
    expect(decided(decisions, 'Person.coded1')).toBe('WITHHELD {}');
  });

  it('masks all rows beside a rule without an exception, in whichever order', () => {
    const whole: Rule = {
      id: 'R-2',
      kind: 'MASK',
      resource: 'Person',
      field: 'plain1',
      mask: rule.mask,
    };
    for (const rules of [
      [rule, whole],
      [whole, rule],
    ]) {
      expect(decided(decideFor(register, granted, rules), 'Person.plain1')).toBe(
        'MASKED(NAME) {JOIN}',
      );
    }
  });

  it('masks all rows where its exception is by what is not clear to the requester', () => {
    const byMasked: Rule = { ...rule, clearWhere: { kind: 'isNull', field: 'starred3' } };
    const decisions = withRule(byMasked);
    expect(decided(decisions, 'Person.plain1')).toBe('MASKED(NAME) {JOIN}');
    expect(decisions.resources.get('Person')!.fields.get('plain1')!.reasons.at(-1)).toEqual({
      step: 'ceiling',
      by: 'it would be clear by "starred3", which is not clear itself',
      result: 'MASKED(NAME)',
    });
    const another: Rule = { id: 'R-2', kind: 'WITHHOLD', resource: 'Person', field: 'plain2' };
    const both = decideFor(register, granted, [rule, another]);
    expect(decided(both, 'Person.plain1')).toBe('MASKED(NAME) {JOIN}');
  });

  it('concerns the public too, where it names nobody', () => {
    const ofTown: Rule = {
      ...rule,
      resource: 'Town',
      field: 'name',
      clearWhere: { kind: 'isNull', field: 'regionCode' },
    };
    expect(decided(decideForPublic(register, [ofTown]), 'Town.name')).toBe(
      'BY_ROW(NAME,regionCode) {LOOKUP JOIN}',
    );
  });
});

describe('a rule on rows', () => {
  const rule: Rule = { id: 'R-1', kind: 'ROWS', resource: 'Person', rows: inTown('a') };

  it('narrows the rows where the grant says nothing of them', () => {
    expect(before.resources.get('Person')?.scope).toEqual({ kind: 'everything' });
    expect(withRule(rule).resources.get('Person')?.scope).toEqual(inTown('a'));
  });

  it('stands beside the grant’s own condition and those of other rules', () => {
    const { Person } = granted;
    const scoped: Granted = { Person: { ...Person!, rows: inTown('b') } };
    const decisions = decideFor(register, scoped, [
      rule,
      { ...rule, id: 'R-2', rows: inTown('c') },
    ]);
    expect(decisions.resources.get('Person')?.scope).toEqual({
      kind: 'and',
      of: [inTown('b'), inTown('a'), inTown('c')],
    });
  });

  it('leaves the fields as they are', () => {
    expect(decided(withRule(rule), 'Person.plain1')).toBe(decided(before, 'Person.plain1'));
  });
});

describe('a rule that suspends', () => {
  const rule: Rule = { id: 'R-1', kind: 'SUSPEND', resource: 'Person' };

  it('takes the resource', () => {
    expect(before.resources.has('Person')).toBe(true);
    expect(withRule(rule).resources.has('Person')).toBe(false);
  });

  it('leaves the resource beside it', () => {
    expect(withRule(rule).resources.has('Town')).toBe(true);
    expect(withRule({ ...rule, resource: 'Town' }).resources.has('Person')).toBe(true);
  });
});

describe('whom a rule concerns', () => {
  const school = 'school' as ClientId;
  const enrolment = 'enrolment' as PurposeCode;

  it.each([
    ['everyone', {}, false],
    ['this client', { client: school }, false],
    ['this purpose', { purpose: enrolment }, false],
    ['this client for this purpose', { client: school, purpose: enrolment }, false],
    ['the public alone', { public: true as const }, true],
    ['another client', { client: 'fund' as ClientId }, true],
    ['another purpose', { purpose: 'pension' as PurposeCode }, true],
    ['another client for this purpose', { client: 'fund' as ClientId, purpose: enrolment }, true],
    ['this client for another purpose', { client: school, purpose: 'p' as PurposeCode }, true],
  ])('%s', (_whom, concerned, remains) => {
    const decisions = withRule({ id: 'R-1', kind: 'SUSPEND', resource: 'Person', ...concerned });
    expect(decisions.resources.has('Person')).toBe(remains);
  });

  it.each([
    ['everyone, the public too', {}, false],
    ['the public alone', { public: true as const }, false],
    ['a client, so not the public', { client: school }, true],
    ['a purpose, so not the public, which has none', { purpose: enrolment }, true],
  ])('%s', (_whom, concerned, remains) => {
    const rule: Rule = { id: 'R-1', kind: 'SUSPEND', resource: 'Town', ...concerned };
    expect(decideForPublic(register, [rule]).resources.has('Town')).toBe(remains);
  });
});
