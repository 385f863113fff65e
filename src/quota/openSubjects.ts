import type { SubjectCounts } from './subjectCounts.js';
import { SubjectsInProcess } from './subjectsInProcess.js';
import { SubjectsInRedis } from './subjectsInRedis.js';

/**
 * Opens where subjects are counted: in Redis, which gateways share, where one is stated.
 *
 * @param key 32 bytes, for nothing else
 * @param now milliseconds since the epoch
 */
export function openSubjects(
  redis: string | undefined,
  key: Uint8Array,
  now: () => number,
): SubjectCounts {
  return redis === undefined ? new SubjectsInProcess(now) : new SubjectsInRedis(redis, key);
}
