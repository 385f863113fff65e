import type { Catalog } from '../../catalog/model/catalog.js';

import type { Extent } from './permissions.js';

/** What a change is about, as far as permission hangs on it. */
export interface Subject {
  /** The resources that it concerns. */
  readonly resources: readonly string[];
  /** Whether all that it does is to suspend. */
  readonly suspends: boolean;
}

/** Tells, for each extent, whether a subject is within it. */
const within: Readonly<
  Record<Extent, (subject: Subject, agency: string, catalog: Catalog) => boolean>
> = {
  ALL: () => true,
  // A change that concerns no resource concerns none of its own: empty denies. One that concerns
  // others' beside its own is theirs too.
  OWN: ({ resources }, agency, catalog) =>
    resources.length > 0 &&
    resources.every((name) => catalog.resources.get(name)?.agency === agency),
  SUSPENSIONS: ({ suspends }) => suspends,
};

export function isWithin(
  extent: Extent,
  subject: Subject,
  agency: string,
  catalog: Catalog,
): boolean {
  return within[extent](subject, agency, catalog);
}
