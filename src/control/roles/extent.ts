import type { Catalog } from '../../catalog/model/catalog.js';

/**
 * How far a role's permission goes: to everything; to what affects resources of the administrator's
 * own agency only; or to suspensions, which take away all of a resource and widen nothing.
 */
export type Extent = 'ALL' | 'OWN' | 'SUSPENSIONS';

/** What a change affects, as far as permission hangs on it. */
export interface Affected {
  readonly resources: readonly string[];
  /** Whether all that it does is to suspend. */
  readonly suspends: boolean;
}

type IsWithin = (affected: Affected, agency: string, catalog: Catalog) => boolean;

const within: Readonly<Record<Extent, IsWithin>> = {
  ALL: () => true,
  // Empty denies: a change that affects no resource affects none of the agency's own. One that
  // affects others' resources beside its own is refused too.
  OWN: ({ resources }, agency, catalog) =>
    resources.length > 0 &&
    resources.every((name) => catalog.resources.get(name)?.agency === agency),
  SUSPENSIONS: ({ suspends }) => suspends,
};

/** @param agency the administrator's */
export function isWithin(
  extent: Extent,
  affected: Affected,
  agency: string,
  catalog: Catalog,
): boolean {
  return within[extent](affected, agency, catalog);
}
