import type { Transitions } from '../workflow/transitions.js';

export const grantStatuses = ['ACTIVE', 'SUSPENDED', 'REVOKED'] as const;
export type GrantStatus = (typeof grantStatuses)[number];

/** The life of a grant, which begins ACTIVE. What was revoked is granted anew, or not. */
export const grantStates = {
  suspendGrant: { from: ['ACTIVE'], to: 'SUSPENDED' },
  resumeGrant: { from: ['SUSPENDED'], to: 'ACTIVE' },
  revokeGrant: { from: ['ACTIVE', 'SUSPENDED'], to: 'REVOKED' },
} as const satisfies Transitions<GrantStatus>;
