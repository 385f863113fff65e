import { z } from 'zod';

import { sha256 } from '../../../shared/sha256.js';
import { formSeed } from '../grantSeed.js';
import { PolicyError } from '../policyError.js';

import type { FormsByField } from './formsOfEvery.js';
import type { StatedEvery } from './resolvedGrant.js';

/** What "*" came to for one resource of a grant. */
const lockedResource = z.strictObject({
  /** Over what is stated and what it came to, so that a change of either is seen. */
  hash: z.string(),
  forms: z.record(z.string(), formSeed),
});
export type LockedResource = z.infer<typeof lockedResource>;

/**
 * What "*" came to in a policy file: by grant, and by resource. It stands beside the file and is kept with
 * it, so that what a policy gives hangs on no later catalog.
 */
const policyLock = z.strictObject({
  by: z.literal('tongdao policy lock'),
  grants: z.record(z.string(), z.record(z.string(), lockedResource)),
});
export type PolicyLock = z.infer<typeof policyLock>;

export const noLock: PolicyLock = { by: 'tongdao policy lock', grants: {} };

const command = '`tongdao policy lock`';

/** Where the lock of a policy file lies. */
export function lockFileOf(policyFile: string): string {
  return `${policyFile.replace(/\.json$/, '')}.lock.json`;
}

/**
 * Reads the text of a lock file.
 *
 * @throws {PolicyError} for one that is no lock
 */
export function readLock(text: string | undefined): PolicyLock {
  if (text === undefined) return noLock;
  try {
    return policyLock.parse(JSON.parse(text));
  } catch {
    throw new PolicyError([`the lock of the policy file is none; ${command} writes it`]);
  }
}

export function writeLock(lock: PolicyLock): string {
  return `${JSON.stringify(lock, null, 2)}\n`;
}

export function lockedOf(
  { grants }: PolicyLock,
  grant: string,
  resource: string,
): LockedResource | undefined {
  const ofGrant = Object.hasOwn(grants, grant) ? grants[grant] : undefined;
  return ofGrant && Object.hasOwn(ofGrant, resource) ? ofGrant[resource] : undefined;
}

function hashOf(stated: StatedEvery, scenario: string | undefined, forms: FormsByField): string {
  return sha256(JSON.stringify([stated, scenario ?? null, forms]));
}

export function locked(
  stated: StatedEvery,
  scenario: string | undefined,
  forms: FormsByField,
): LockedResource {
  return { hash: hashOf(stated, scenario, forms), forms };
}

/** Whether a lock is that of what is stated now. */
export function isLockOf(
  { hash, forms }: LockedResource,
  stated: StatedEvery,
  scenario: string | undefined,
): boolean {
  return hash === hashOf(stated, scenario, forms);
}
