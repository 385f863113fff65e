import { describe, expect, it } from '@jest/globals';

import type { Rule } from '../../../src/policy/model/rule.js';
import { decideFor, type Granted } from '../support/deciding.js';

import { register } from './register.js';

const key = { form: 'WITHHELD', uses: ['VERIFY'] } as const;
const verified = { uses: ['VERIFY'] } as const;

/** What is verified of people, or why nothing is. */
function verifiedOf(person: Granted[string], rules: readonly Rule[] = []): unknown {
  const decisions = decideFor(register, { Person: person }, rules);
  const decision = decisions.resources.get('Person');
  const reasons = decision?.reasons ?? decisions.refused.get('Person') ?? [];
  const [why] = reasons.filter(({ result }) => result === 'no VERIFY' || result === 'suspended');
  return decision?.verification?.claims.map(({ name }) => name) ?? why?.by ?? 'nothing is said';
}

describe('what is verified of a resource', () => {
  const reach = ['VERIFY'] as const;

  it('is every field with VERIFY, whether it is shown, masked or withheld, but for the key', () => {
    const fields = {
      id: key,
      plain1: verified,
      starred3: verified,
      coded4: { form: 'WITHHELD', ...verified },
      plain2: {},
    } as const;
    expect(verifiedOf({ reach, fields })).toEqual(['plain1', 'starred3', 'coded4']);
    const byLookup = { ...fields, id: { ...key, uses: ['LOOKUP'] } } as const;
    expect(verifiedOf({ reach, fields: byLookup })).toEqual(['plain1', 'starred3', 'coded4']);
  });

  it('tells nothing but its result, unless the grant says so', () => {
    const person = { reach, fields: { id: key, plain1: verified } };
    const tells = (verification?: Granted[string]['verification']) => {
      const granted = { Person: { ...person, ...(verification && { verification }) } };
      return decideFor(register, granted).resources.get('Person')?.verification;
    };
    expect(tells()).toMatchObject({ tellMismatches: false, tellNotFound: false });
    const all = { tellMismatches: true, tellNotFound: true };
    expect(tells(all)).toMatchObject(all);
  });

  it.each<[string, Granted[string], string]>([
    [
      'without the reach',
      { reach: ['LOOKUP'], fields: { id: { ...key, uses: ['LOOKUP'] }, plain1: verified } },
      'nothing is said',
    ],
    [
      'without a use of the key',
      { reach, fields: { id: { uses: ['JOIN'] }, plain1: verified } },
      'the key may be neither looked up nor verified',
    ],
    [
      'without the key',
      { reach, fields: { plain1: verified } },
      'the key may be neither looked up nor verified',
    ],
    ['of the key alone', { reach, fields: { id: key, plain1: {} } }, 'no field may be verified'],
    [
      'with what is not shared',
      { reach, fields: { id: key, plain1: verified, secret: verified } },
      '"secret" may not be verified, and without it the rest would tell more',
    ],
  ])('is nothing %s', (_what, person, why) => {
    expect(verifiedOf(person)).toBe(why);
  });

  const person = { reach, fields: { id: key, plain1: verified, plain2: verified } } as const;
  const withhold = (field: string): Rule => ({
    id: 'R-1',
    kind: 'WITHHOLD',
    resource: 'Person',
    field,
  });

  it.each<[string, Rule, unknown]>([
    [
      'a claim is withheld: what remains would tell more',
      withhold('plain1'),
      '"plain1" may not be verified, and without it the rest would tell more',
    ],
    ['the key is withheld', withhold('id'), 'the key may be neither looked up nor verified'],
    ['all is suspended', { id: 'R-1', kind: 'SUSPEND', resource: 'Person' }, 'R-1'],
    ['another field is withheld', withhold('plain3'), ['plain1', 'plain2']],
    [
      'a claim is masked',
      { id: 'R-1', kind: 'MASK', resource: 'Person', field: 'plain1', mask: { rule: 'REDACT' } },
      ['plain1', 'plain2'],
    ],
  ])('under a rule by which %s', (_what, rule, expected) => {
    expect(verifiedOf(person, [rule])).toEqual(expected);
  });
});

describe('what everyone has of unconditional data', () => {
  it('is no verification, which is granted only', () => {
    const town = decideFor(register, {}).resources.get('Town');
    expect(town?.reach.has('LOOKUP')).toBe(true);
    expect([town?.reach.has('VERIFY'), town?.verification]).toEqual([false, null]);
  });
});
