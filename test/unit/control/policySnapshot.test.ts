import { describe, expect, it } from '@jest/globals';

import { readPolicy } from '../../../src/control/policy/readPolicy.js';
import type { ClientId, PurposeCode } from '../../../src/shared/brand.js';
import { keyOf } from '../../support/testClients.js';
import { testCatalog } from '../support/testCatalog.js';

import { seed } from './seed.js';

const read = (change: object = {}) =>
  readPolicy(JSON.stringify({ ...seed, ...change }), testCatalog);

describe('what is read of a policy', () => {
  it('is each client, with its keys and all its attributes as lists', () => {
    expect(read().clients.get('school' as ClientId)).toEqual({
      id: 'school',
      agency: 'qd-education',
      attributes: new Map([
        ['districts', ['370202', '370203']],
        ['city', ['3702']],
        ['agency', ['qd-education']],
      ]),
      keys: [keyOf('school').registered],
    });
  });

  it('is each grant, by its client and purpose, with its end as a moment', () => {
    const grant = read()
      .grants.get('school' as ClientId)
      ?.get('enrolment' as PurposeCode);
    expect(grant).toMatchObject({ id: 'G-1', validUntil: Date.UTC(2099, 11, 31, 15, 59, 59) });
    expect(grant?.resources.get('Resident')).toEqual({
      reach: ['LOOKUP', 'LIST'],
      minors: false,
      fields: new Map([
        ['idNo', { uses: ['LOOKUP'] }],
        ['name', {}],
        ['divisionCode', { uses: ['JOIN'] }],
      ]),
      links: ['division'],
      rows: {
        kind: 'in',
        field: 'divisionCode',
        operand: { kind: 'requester', attribute: 'districts' },
      },
    });
  });

  it('is no grant and no rule where there is none', () => {
    const { grants, rules } = read({ grants: [] });
    expect([grants.size, rules]).toEqual([0, []]);
  });

  it('is every row where a grant states no condition, and no link where it states none', () => {
    const resources = { Resident: { reach: ['LIST'], fields: { name: {} } } };
    const grants = [{ ...seed.grants[0], resources }];
    const grant = read({ grants })
      .grants.get('school' as ClientId)
      ?.get('enrolment' as PurposeCode);
    expect(grant?.resources.get('Resident')).toMatchObject({
      links: [],
      rows: { kind: 'everything' },
    });
  });

  it('is each rule, with whom it concerns', () => {
    const rules = [
      { id: 'R-1', kind: 'SUSPEND', resource: 'Resident' },
      {
        id: 'R-2',
        kind: 'ROWS',
        resource: 'Resident',
        client: 'school',
        purpose: 'enrolment',
        rows: { sex: { eq: '男' }, divisionCode: { in: ['370202', '370203'] } },
      },
    ];
    expect(read({ rules }).rules).toEqual([
      { ...rules[0], client: undefined, purpose: undefined },
      {
        ...rules[1],
        rows: {
          kind: 'and',
          of: [
            { kind: 'in', field: 'sex', operand: { kind: 'literals', values: ['男'] } },
            {
              kind: 'in',
              field: 'divisionCode',
              operand: { kind: 'literals', values: ['370202', '370203'] },
            },
          ],
        },
      },
    ]);
  });
});
