import { describe, expect, it } from '@jest/globals';

import type { Approver, FieldGrant } from '../../../src/policy/model/grant.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { decided, decideFor } from '../support/deciding.js';

import { register } from './register.js';

const P: readonly Approver[] = ['PROVIDER'];
const both: readonly Approver[] = ['PROVIDER', 'AUTHORITY'];

function decide(field: string, given: FieldGrant, rules: readonly Rule[] = []): string {
  const granted = { Person: { reach: ['LIST'], fields: { [field]: given } } } as const;
  return decided(decideFor(register, granted, rules), `Person.${field}`);
}

describe('a field that states WITHHOLD', () => {
  it.each(['coded1', 'coded3', 'coded4'])('is withheld where a grant is silent: %s', (field) => {
    for (const approvedBy of [[], P, both])
      expect(decide(field, { approvedBy })).toBe('WITHHELD {}');
  });

  it.each([
    ['coded1', []],
    ['coded3', P],
    ['coded4', both],
  ])('is clear where that was approved: %s by %j', (field, approvedBy) => {
    expect(decide(field, { form: 'CLEAR', approvedBy })).toBe('CLEAR {FILTER SORT GROUP}');
  });

  it.each([
    ['coded3', []],
    ['coded4', P],
  ])('is withheld where too few approved it: %s by %j', (field, approvedBy) => {
    expect(decide(field, { form: 'CLEAR', approvedBy })).toBe('WITHHELD {}');
  });

  it.each(['coded1', 'coded3', 'coded4'])(
    'is never starred, whatever mask is granted: %s',
    (field) => {
      const form = { mask: { rule: 'KEEP', first: 1, last: 0 } } as const;
      expect(decide(field, { form, approvedBy: both })).toBe('WITHHELD {}');
    },
  );

  it('is withheld where a rule masks it', () => {
    const given = { form: 'CLEAR', approvedBy: both, uses: ['JOIN', 'FILTER'] } as const;
    const rule: Rule = {
      id: 'R-1',
      kind: 'MASK',
      resource: 'Person',
      field: 'coded3',
      mask: { rule: 'REDACT' },
    };
    expect(decide('coded3', given)).toBe('CLEAR {JOIN FILTER}');
    expect(decide('coded3', given, [rule])).toBe('WITHHELD {JOIN}');
  });
});
