import { readLock } from './lock/policyLock.js';
import { readStatedPolicy } from './lock/statedPolicy.js';
import { underLock } from './lock/underLock.js';
import type { PolicySeed } from './policySeed.js';

/**
 * Reads the text of a policy file.
 *
 * @param lock the text of its lock, where there is one
 * @throws {PolicyError} with everything that is wrong with its form, or where the lock is another file's
 */
export function readSeed(text: string, lock?: string): PolicySeed {
  return underLock(readStatedPolicy(text), readLock(lock));
}
