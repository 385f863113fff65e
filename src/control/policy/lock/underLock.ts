import { PolicyError } from '../policyError.js';
import type { PolicySeed } from '../policySeed.js';

import { isLockOf, lockedOf, type PolicyLock } from './policyLock.js';
import { resolvedGrant, type StatedEvery } from './resolvedGrant.js';
import type { StatedGrant } from './statedGrant.js';
import type { StatedPolicy } from './statedPolicy.js';

const command = '`tongdao policy lock`';

/** Takes what each "*" came to from the lock, and tells where the lock is not of this policy. */
class UnderLock {
  readonly problems: string[] = [];
  readonly #lock: PolicyLock;
  readonly #used = new Set<string>();

  constructor(lock: PolicyLock) {
    this.#lock = lock;
  }

  grant(grant: StatedGrant) {
    return resolvedGrant(grant, (name, stated) => this.#forms(grant, name, stated));
  }

  #forms({ id, scenario }: StatedGrant, name: string, stated: StatedEvery) {
    const place = `grant ${id}, ${name}`;
    this.#used.add(place);
    const found = lockedOf(this.#lock, id, name);
    if (found && isLockOf(found, stated, scenario)) return found.forms;
    this.problems.push(
      found
        ? `${place}: the lock of "*" is not of what is stated here; run ${command}, look at what it changes, and keep the lock with the policy file`
        : `${place}: "*" stands for the fields that a lock holds, and none holds these; run ${command}, and keep the lock with the policy file`,
    );
    return {};
  }

  tellUnused(): void {
    for (const [id, resources] of Object.entries(this.#lock.grants)) {
      for (const name of Object.keys(resources)) {
        const place = `grant ${id}, ${name}`;
        if (this.#used.has(place)) continue;
        this.problems.push(`${place}: a lock holds it, and no "*" is stated; run ${command}`);
      }
    }
  }
}

/**
 * The policy of a file, with the fields that each "*" of it came to when its lock was made.
 *
 * @throws {PolicyError} where the lock is not that of the policy
 */
export function underLock({ grants, ...policy }: StatedPolicy, lock: PolicyLock): PolicySeed {
  const under = new UnderLock(lock);
  const resolved = grants.map((grant) => under.grant(grant));
  under.tellUnused();
  if (under.problems.length > 0) throw new PolicyError(under.problems);
  return { ...policy, grants: resolved };
}
