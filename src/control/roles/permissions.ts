import type { Role } from './role.js';

/**
 * How far a role's permission goes: to all, to what concerns only resources of the administrator's own
 * agency, or to what takes away all of a resource and widens nothing.
 */
export type Extent = 'ALL' | 'OWN' | 'SUSPENSIONS';

type Permission = Readonly<Partial<Record<Role, Extent>>>;

const all: Permission = {
  AUTHORITY: 'ALL',
  PROVIDER: 'ALL',
  SECURITY_SUPERVISOR: 'ALL',
  AUDITOR: 'ALL',
};
const authority: Permission = { AUTHORITY: 'ALL' };

/** A provider is left out: what others read of others is not its business. */
const watching: Permission = { AUTHORITY: 'ALL', SECURITY_SUPERVISOR: 'ALL', AUDITOR: 'ALL' };

/** The changes of policy, each with the roles that may make it. */
const mutations = {
  registerClient: authority,
  addClientKey: authority,
  removeClientKey: authority,
  createGrant: authority,
  suspendGrant: { AUTHORITY: 'ALL', PROVIDER: 'OWN', SECURITY_SUPERVISOR: 'ALL' },
  resumeGrant: authority,
  revokeGrant: authority,
  addRule: { AUTHORITY: 'ALL', PROVIDER: 'OWN', SECURITY_SUPERVISOR: 'SUSPENSIONS' },
  // What was tightened, by whomever, only the authority may loosen.
  removeRule: authority,
} as const satisfies Readonly<Record<string, Permission>>;

export type MutationName = keyof typeof mutations;

const queries = {
  agencies: all,
  catalogs: all,
  clients: all,
  applications: all,
  grants: all,
  rules: all,
  administrators: authority,
  record: watching,
  recordReport: watching,
} as const satisfies Readonly<Record<string, Permission>>;

/** A map: names that every object has are no actions. */
const permissions: ReadonlyMap<string, Permission> = new Map(
  Object.entries({ ...queries, ...mutations }),
);

/** How far a role may act; undefined where it may not. What has no entry is refused to all. */
export function extentOf(role: Role, action: string): Extent | undefined {
  return permissions.get(action)?.[role];
}
