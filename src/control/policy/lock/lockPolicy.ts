import type { Catalog } from '../../../catalog/model/catalog.js';
import { Place } from '../place.js';
import { PolicyError } from '../policyError.js';

import { formsOfEvery, type FormsByField } from './formsOfEvery.js';
import {
  isLockOf,
  locked,
  lockedOf,
  noLock,
  type LockedResource,
  type PolicyLock,
} from './policyLock.js';
import { resolvedGrant, type StatedEvery } from './resolvedGrant.js';
import type { StatedGrant } from './statedGrant.js';
import type { StatedPolicy } from './statedPolicy.js';

/** What became of one "*". */
export interface LockedEvery {
  readonly grant: string;
  readonly resource: string;
  /** Whether the forms are those of the lock that was there. */
  readonly isKept: boolean;
  readonly forms: FormsByField;
}

class Locking {
  readonly problems: string[] = [];
  readonly every: LockedEvery[] = [];
  readonly grants: Record<string, Record<string, LockedResource>> = {};
  readonly #catalog: Catalog;
  readonly #before: PolicyLock;

  constructor(catalog: Catalog, before: PolicyLock) {
    this.#catalog = catalog;
    this.#before = before;
  }

  lock(grant: StatedGrant): void {
    resolvedGrant(grant, (name, stated) => {
      const found = lockedOf(this.#before, grant.id, name);
      const isKept = found !== undefined && isLockOf(found, stated, grant.scenario);
      const now = isKept
        ? found
        : locked(stated, grant.scenario, this.#formsNow(grant, name, stated));
      const { forms } = now;
      this.every.push({ grant: grant.id, resource: name, isKept, forms });
      this.grants[grant.id] = { ...this.grants[grant.id], [name]: now };
      return forms;
    });
  }

  #formsNow({ id, scenario }: StatedGrant, name: string, stated: StatedEvery): FormsByField {
    const place = new Place(`grant ${id}`, this.#catalog, this.problems).within(name);
    const resource = place.resource(name);
    return resource ? formsOfEvery(stated, resource, scenario ?? null, place) : {};
  }
}

/**
 * Finds what each "*" of a policy stands for. What a lock holds already stays as it is there, so that no
 * grant is widened because another was changed.
 *
 * @param anew grants, by id, for which the catalog is looked at again; of which each is there
 * @throws {PolicyError} with everything that is wrong
 */
export function lockPolicy(
  { grants }: StatedPolicy,
  before: PolicyLock,
  catalog: Catalog,
  anew: ReadonlySet<string>,
): { readonly lock: PolicyLock; readonly every: readonly LockedEvery[] } {
  const kept = Object.entries(before.grants).filter(([id]) => !anew.has(id));
  const locking = new Locking(catalog, { ...noLock, grants: Object.fromEntries(kept) });
  for (const grant of grants) locking.lock(grant);
  const unknown = [...anew].filter((id) => !Object.hasOwn(locking.grants, id));
  const problems = [
    ...locking.problems,
    ...unknown.map((id) => `grant ${id}: no grant of this id states "*"`),
  ];
  if (problems.length > 0) throw new PolicyError(problems);
  return { lock: { ...noLock, grants: locking.grants }, every: locking.every };
}
