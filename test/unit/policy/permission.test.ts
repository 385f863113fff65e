import { describe, expect, it } from '@jest/globals';

import { compileContract } from '../../../src/contract/compileContract.js';
import { decided, decideFor, decideForPublic } from '../support/deciding.js';

import { register } from './register.js';

const standing = 'LOOKUP FILTER SORT GROUP JOIN';
const client = decideFor(register, {});
const everyone = decideForPublic(register);

describe('what a client has of an unconditional resource that its grant does not name', () => {
  it.each([
    ['code', `CLEAR {${standing}}`],
    ['budget', `CLEAR {${standing}}`],
    ['mayor', 'MASKED(NAME) {LOOKUP JOIN}'],
    ['kind', 'WITHHELD {LOOKUP JOIN}'],
    ['debt', 'WITHHELD {}'],
  ])('Town.%s: %s', (field, decision) => {
    expect(decided(client, `Town.${field}`)).toBe(decision);
  });

  it('may be looked up, listed and linked to, in every row', () => {
    const town = client.resources.get('Town');
    expect([...(town?.reach ?? [])]).toEqual(['LOOKUP', 'LIST', 'LINKED']);
    expect(town?.scope).toEqual({ kind: 'everything' });
  });

  it('is counted and not listed where it has no order to be paged by', () => {
    const region = client.resources.get('Region');
    expect([...(region?.reach ?? [])]).toEqual(['LOOKUP', 'LIST', 'LINKED']);
    expect(region?.reasons).toContainEqual({
      step: 'ceiling',
      by: 'no pageBy, so nothing orders its rows for pages',
      result: 'aggregates, and no list',
    });
    const { roots } = compileContract(client, register);
    expect([...roots.keys()].filter((name) => name.startsWith('region'))).toEqual([
      'region',
      'regionsByCode',
      'regionAggregate',
    ]);
  });
});

describe('what a client has of other resources that its grant does not name', () => {
  it.each(['Person', 'Grave'])('nothing of %s', (resource) => {
    expect(client.resources.has(resource)).toBe(false);
  });
});

describe('a grant that names an unconditional resource', () => {
  it('takes the place of the standing permission, also where it says less', () => {
    const decisions = decideFor(register, {
      Town: { reach: ['LOOKUP'], fields: { code: { uses: ['LOOKUP'] } } },
    });
    expect([...decisions.resources.get('Town')!.reach]).toEqual(['LOOKUP']);
    expect(decided(decisions, 'Town.name')).toBe('WITHHELD {}');
    expect(decided(decisions, 'Region.name')).toBe(`CLEAR {${standing}}`);
  });

  it('may give a conditional item of it', () => {
    const decisions = decideFor(register, { Town: { reach: ['LIST'], fields: { debt: {} } } });
    expect(decided(decisions, 'Town.debt')).toBe('CLEAR {FILTER SORT GROUP}');
  });
});

describe('what the public has', () => {
  it('is what is open, and not what is shared between agencies only', () => {
    expect([...everyone.resources.keys()]).toEqual(['Town']);
    expect(client.resources.has('Region')).toBe(true);
  });

  it.each([
    ['code', `CLEAR {${standing}}`],
    ['mayor', 'MASKED(NAME) {LOOKUP JOIN}'],
    ['kind', 'WITHHELD {LOOKUP JOIN}'],
    ['budget', 'WITHHELD {}'],
  ])('Town.%s: %s', (field, decision) => {
    expect(decided(everyone, `Town.${field}`)).toBe(decision);
  });

  it('is nothing of what is not shared, which is not open either', () => {
    expect(register.resources.get('Grave')?.open).toBe('NONE');
    expect(everyone.resources.has('Grave')).toBe(false);
  });

  it('hangs on no grant and has no end', () => {
    expect([everyone.grant, everyone.validUntil]).toEqual([null, null]);
    expect([client.grant, client.validUntil]).toEqual(['G-1', Date.parse('2099-12-31T00:00:00Z')]);
  });
});

describe('reach', () => {
  const reachOf = (
    reach: readonly ('LOOKUP' | 'LIST' | 'VERIFY')[],
    idUses: readonly 'LOOKUP'[],
  ) => {
    const fields = { id: { uses: idUses }, plain1: {} };
    const decisions = decideFor(register, { Person: { reach, fields } });
    const decision = decisions.resources.get('Person');
    return decision ? [...decision.reach] : null;
  };

  it('is what the grant gives', () => {
    expect(reachOf(['LOOKUP'], ['LOOKUP'])).toEqual(['LOOKUP']);
    expect(reachOf(['LIST'], [])).toEqual(['LIST']);
  });

  it('empty, as by default, leaves nothing of the resource', () => {
    expect(reachOf([], ['LOOKUP'])).toBeNull();
  });

  it('is no look-up where the key may not be looked up', () => {
    expect(reachOf(['LOOKUP', 'LIST'], [])).toEqual(['LIST']);
    expect(reachOf(['LOOKUP'], [])).toBeNull();
  });

  it('gives nothing of a resource that is not shared', () => {
    const decisions = decideFor(register, {
      Grave: { reach: ['LOOKUP', 'LINKED'], fields: { code: { uses: ['LOOKUP'] }, name: {} } },
    });
    expect(decisions.resources.has('Grave')).toBe(false);
  });
});
