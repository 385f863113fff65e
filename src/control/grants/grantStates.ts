import type { Transitions } from '../workflow/transitions.js';

export const grantStatuses = ['PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED'] as const;
export type GrantStatus = (typeof grantStatuses)[number];

/** A grant as it is told: one whose end has passed is EXPIRED, which nobody needs to write. */
export const toldStatuses = [...grantStatuses, 'EXPIRED'] as const;
export type ToldStatus = (typeof toldStatuses)[number];

/** @param now milliseconds since the epoch */
export function toldStatus(
  { status, validUntil }: { readonly status: GrantStatus; readonly validUntil: string },
  now: number,
): ToldStatus {
  return status !== 'REVOKED' && Date.parse(validUntil) <= now ? 'EXPIRED' : status;
}

/**
 * The life of a grant. It begins PENDING where it needs approvals, and is ACTIVE once all stand. What
 * was revoked is granted anew, or not.
 */
export const grantStates = {
  approveGrant: { from: ['PENDING'], to: 'ACTIVE' },
  suspendGrant: { from: ['ACTIVE'], to: 'SUSPENDED' },
  resumeGrant: { from: ['SUSPENDED'], to: 'ACTIVE' },
  revokeGrant: { from: ['PENDING', 'ACTIVE', 'SUSPENDED', 'EXPIRED'], to: 'REVOKED' },
} as const satisfies Transitions<ToldStatus, GrantStatus>;
