import { describe, expect, it } from '@jest/globals';

import { policyWarnings } from '../../../src/control/policy/policyWarnings.js';
import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import { compileCase, general, optional, typeOf } from '../../cases/caseCatalog.js';

const personal = general.replace('L1, category: GENERAL', 'L3, category: PERSONAL');
const catalog = compileCase(
  `${typeOf('name: String @desensitize(rule: NAME)\n  other: ID @classify(level: L1, category: GENERAL)\n  house: House @link(from: "other", to: "no")', personal)}
   ${typeOf('', general, { name: 'House', code: '2', table: 'h' }).replace(', pageBy: "row"', '')}`,
  { name: optional(), other: optional() },
  { h: { no: { ...optional(), unique: true, nullable: false } } },
);

function warningsFor(resources: object): readonly string[] {
  const policy = {
    clients: [{ id: 'c', agency: 'a', keys: [] }],
    grants: [
      { id: 'G-1', client: 'c', purpose: 'p', validUntil: '2099-12-31T00:00:00Z', resources },
    ],
  };
  return policyWarnings(readPolicy(JSON.stringify(policy), catalog), catalog);
}

const no = { uses: ['LOOKUP', 'JOIN'] };

describe('what a grant says that it gives, and does not', () => {
  it('is nothing where it gives all', () => {
    expect(
      warningsFor({
        Thing: { reach: ['LOOKUP', 'LIST'], fields: { no, name: {}, other: {} } },
      }),
    ).toEqual([]);
  });

  it('A13: is a link whose near key is withheld', () => {
    expect(
      warningsFor({
        Thing: { reach: ['LOOKUP'], fields: { no }, links: ['house'] },
        House: { reach: ['LINKED'], fields: { no } },
      }),
    ).toEqual(['grant G-1, Thing: no link house: "other" has no JOIN']);
  });

  it('is a form, a use and a reach that catalog and source do not allow', () => {
    expect(
      warningsFor({
        Thing: { reach: ['LOOKUP'], fields: { no, name: { form: 'CLEAR', uses: ['FILTER'] } } },
        House: { reach: ['LIST', 'LOOKUP'], fields: { no } },
      }),
    ).toEqual([
      'grant G-1, Thing: name is MASKED(NAME) and not CLEAR: level L3 without approval of PROVIDER',
      'grant G-1, Thing: name has no FILTER: FILTER, SORT, GROUP are for what is clear',
      'grant G-1, House: LIST gives aggregates, and no list: no pageBy, so nothing orders its rows for pages',
    ]);
  });

  it('is a scope that its client cannot fill, and a resource of which nothing is left', () => {
    expect(
      warningsFor({
        Thing: {
          reach: ['LOOKUP'],
          fields: { no },
          rows: { other: { eq: '$requester.district' } },
        },
        House: { reach: ['LOOKUP'], fields: { no: {} } },
      }),
    ).toEqual([
      'grant G-1, Thing: no row is in scope: client c has no attribute "district"',
      'grant G-1, House: nothing of it is given: the key may not be looked up',
    ]);
  });
});
