import type { ApprovalSeed } from '../../src/control/policy/grantSeed.js';

/** An approval as a policy file states it. */
export function act(role: ApprovalSeed['role']): ApprovalSeed {
  return { role, number: 'T-1', date: '2026-01-01', office: 'qd-any' };
}
