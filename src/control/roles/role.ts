/**
 * What administrators may do: the authority (大数据工作主管部门) changes clients, grants and rules, a
 * provider those of its own resources, the security supervisor suspends, and an auditor only reads.
 */
export const roles = ['AUTHORITY', 'PROVIDER', 'SECURITY_SUPERVISOR', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];
