import { describe, expect, it } from '@jest/globals';

import { grantStates, toldStatuses } from '../../../src/control/grants/grantStates.js';
import { nextStatus } from '../../../src/control/workflow/transitions.js';
import { refusalOf } from '../support/refusal.js';

describe('the life of a grant', () => {
  const { approveGrant, suspendGrant, resumeGrant, revokeGrant } = grantStates;

  it.each([
    [approveGrant, 'PENDING', 'ACTIVE'],
    [suspendGrant, 'ACTIVE', 'SUSPENDED'],
    [resumeGrant, 'SUSPENDED', 'ACTIVE'],
    [revokeGrant, 'PENDING', 'REVOKED'],
    [revokeGrant, 'ACTIVE', 'REVOKED'],
    [revokeGrant, 'EXPIRED', 'REVOKED'],
    [revokeGrant, 'SUSPENDED', 'REVOKED'],
  ] as const)('has the way %j from %s', (way, present, next) => {
    expect(nextStatus(way, 'the grant', present)).toBe(next);
  });

  it.each([
    [approveGrant, 'ACTIVE', 'PENDING'],
    [approveGrant, 'SUSPENDED', 'PENDING'],
    [approveGrant, 'REVOKED', 'PENDING'],
    [approveGrant, 'EXPIRED', 'PENDING'],
    [suspendGrant, 'EXPIRED', 'ACTIVE'],
    [resumeGrant, 'EXPIRED', 'SUSPENDED'],
    [suspendGrant, 'PENDING', 'ACTIVE'],
    [suspendGrant, 'SUSPENDED', 'ACTIVE'],
    [suspendGrant, 'REVOKED', 'ACTIVE'],
    [resumeGrant, 'PENDING', 'SUSPENDED'],
    [resumeGrant, 'ACTIVE', 'SUSPENDED'],
    [resumeGrant, 'REVOKED', 'SUSPENDED'],
    [revokeGrant, 'REVOKED', 'PENDING or ACTIVE or SUSPENDED or EXPIRED'],
  ] as const)('has no way %j from %s, and says from where it goes', (way, present, from) => {
    expect(refusalOf(() => nextStatus(way, 'the grant', present))).toEqual({
      code: 'BAD_USER_INPUT',
      message: `A change fits the policy that is there, and the catalog; this one does not: the grant is ${present}, and not ${from}.`,
    });
  });

  it('is whole: each way from each status was tried', () => {
    expect(Object.keys(grantStates).length * toldStatuses.length).toBe(20);
  });
});
