import type { Extent } from './extent.js';
import type { Role } from './role.js';

/** The roles that may act, each with how far. A role that is not named may not. */
type ExtentByRole = Readonly<Partial<Record<Role, Extent>>>;

const all: ExtentByRole = {
  AUTHORITY: 'ALL',
  PROVIDER: 'ALL',
  SECURITY_SUPERVISOR: 'ALL',
  AUDITOR: 'ALL',
};
const authority: ExtentByRole = { AUTHORITY: 'ALL' };

/** A provider is left out: what others read of others is not its business. */
const watching: ExtentByRole = { AUTHORITY: 'ALL', SECURITY_SUPERVISOR: 'ALL', AUDITOR: 'ALL' };

const queries = {
  agencies: all,
  catalogs: all,
  clients: all,
  applications: all,
  grants: all,
  rules: all,
  administrators: authority,
  // A provider's own: how the sources of others are is not its business.
  drift: { ...all, PROVIDER: 'OWN' },
  record: watching,
  recordReport: watching,
} as const satisfies Readonly<Record<string, ExtentByRole>>;

const mutations = {
  registerAgency: authority,
  registerClient: authority,
  addClientKey: authority,
  removeClientKey: authority,
  createGrant: authority,
  // A provider for its own resources. That it is not who made the grant is seen to where it is given.
  approveGrant: { AUTHORITY: 'ALL', PROVIDER: 'OWN' },
  suspendGrant: { AUTHORITY: 'ALL', PROVIDER: 'OWN', SECURITY_SUPERVISOR: 'ALL' },
  resumeGrant: authority,
  revokeGrant: authority,
  addRule: { AUTHORITY: 'ALL', PROVIDER: 'OWN', SECURITY_SUPERVISOR: 'SUSPENSIONS' },
  // Whoever tightened, only the authority may loosen.
  removeRule: authority,
} as const satisfies Readonly<Record<string, ExtentByRole>>;

export type MutationName = keyof typeof mutations;

/**
 * Who may read and change what, by the root field of the schema. It is a map, so that the names which
 * every object has, as `constructor`, are no actions.
 */
export const permissions: ReadonlyMap<string, ExtentByRole> = new Map(
  Object.entries({ ...queries, ...mutations }),
);

/** How far a role may act; undefined where it may not. What has no entry is refused to all. */
export function extentOf(role: Role, action: string): Extent | undefined {
  return permissions.get(action)?.[role];
}
