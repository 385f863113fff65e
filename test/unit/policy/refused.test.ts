import { describe, expect, it } from '@jest/globals';

import { compileContract } from '../../../src/contract/compileContract.js';
import type { Decisions } from '../../../src/policy/model/decisions.js';
import type { Rule } from '../../../src/policy/model/rule.js';
import { decideFor, decideForPublic } from '../support/deciding.js';

import { register } from './register.js';

const why = ({ refused }: Decisions, resource: string) =>
  refused.get(resource)?.map(({ step, by, result }) => `${step}: ${by}: ${result}`);

describe('a resource that is left out leaves the reasons', () => {
  it('that no grant names it', () => {
    expect(why(decideFor(register, {}), 'Person')).toEqual([
      'permission: grant G-1 does not name it, and its share attribute is CONDITIONAL: nothing',
    ]);
  });

  it('that it is not open', () => {
    expect(why(decideForPublic(register), 'Person')).toEqual([
      'permission: its open attribute is NONE: nothing',
    ]);
  });

  it('that a rule suspends it, by each such rule', () => {
    const rules: readonly Rule[] = [
      { id: 'R-1', kind: 'SUSPEND', resource: 'Person' },
      { id: 'R-2', kind: 'WITHHOLD', resource: 'Person', field: 'plain1' },
      { id: 'R-3', kind: 'SUSPEND', resource: 'Person' },
    ];
    const granted = { Person: { reach: ['LIST'], fields: { plain1: {} } } } as const;
    expect(why(decideFor(register, granted, rules), 'Person')).toEqual([
      'permission: grant G-1: LIST',
      'rule: R-1: suspended',
      'rule: R-3: suspended',
    ]);
  });

  it('the law that it is not shared by', () => {
    const decisions = decideFor(register, { Grave: { reach: ['LOOKUP'], fields: { code: {} } } });
    expect(why(decisions, 'Grave')).toEqual([
      'permission: grant G-1: LOOKUP',
      'ceiling: NOT_SHARED: 某法 第二条: nothing',
    ]);
  });

  it('that no reach was granted, or that what was granted cannot be borne', () => {
    expect(why(decideFor(register, { Person: { reach: [], fields: {} } }), 'Person')).toEqual([
      'permission: grant G-1: no reach',
    ]);
    expect(
      why(decideFor(register, { Region: { reach: ['LOOKUP'], fields: {} } }), 'Region'),
    ).toEqual([
      'permission: grant G-1: LOOKUP',
      'ceiling: the key may not be looked up: no LOOKUP',
    ]);
  });
});

it('every resource of the catalog is either held or refused', () => {
  for (const { resources, refused } of [decideFor(register, {}), decideForPublic(register)]) {
    expect([...resources.keys(), ...refused.keys()].sort()).toEqual(
      [...register.resources.keys()].sort(),
    );
  }
});

it('why something is refused is no part of a fingerprint', () => {
  const fingerprint = (rules: readonly Rule[]) =>
    compileContract(decideFor(register, {}, rules), register).fingerprint;
  const suspended = (id: string): Rule => ({ id, kind: 'SUSPEND', resource: 'Town' });
  expect(fingerprint([suspended('R-1')])).toBe(fingerprint([suspended('R-2')]));
  expect(fingerprint([])).not.toBe(fingerprint([suspended('R-1')]));
});
