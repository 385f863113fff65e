import { exportOf } from '../exchange/export/exportOf.js';
import type { BoundPlan } from '../plan/boundPlan.js';
import type { Requester } from '../policy/model/requester.js';

/**
 * Which way an operation takes that was answered before under the same contract: past Apollo and Fastify
 * (`lane`), past Apollo alone, as who shows no credential is known to nobody before (`fastify`), or the way
 * of an export, which is planned once more for each chunk (`export`).
 */
export type AskedAgain = 'lane' | 'fastify' | 'export';

export function askedAgain(bound: BoundPlan, { kind }: Requester): AskedAgain {
  if (exportOf(bound)) return 'export';
  return kind === 'client' ? 'lane' : 'fastify';
}
