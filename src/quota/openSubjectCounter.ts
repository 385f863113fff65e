import type { OpenSubjectCounter } from './subjectCounter.js';
import { SubjectsInProcess } from './subjectsInProcess.js';
import { SubjectsInRedis } from './subjectsInRedis.js';

/**
 * Opens the counter of subjects: in the given Redis, which gateways share, or in this process.
 *
 * @param key 32 bytes, for nothing else
 * @param now milliseconds since the epoch
 */
export function openSubjectCounter(
  redis: string | undefined,
  key: Uint8Array,
  now: () => number,
): OpenSubjectCounter {
  return redis === undefined ? new SubjectsInProcess(now) : new SubjectsInRedis(redis, key);
}
