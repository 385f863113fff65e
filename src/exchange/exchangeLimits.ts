import type { Limits } from '../plan/limits.js';
import type { SubjectLimits } from '../quota/subjectCounter.js';

/** All limits of a request: what it may ask, and how often it may ask about one subject. */
export type ExchangeLimits = Limits & SubjectLimits;

export const defaultLimits: ExchangeLimits = Object.freeze({
  maxDepth: 12,
  maxAliases: 30,
  maxRootFields: 10,
  maxCost: 5_000,
  maxPageSize: 500,
  maxListLength: 500,
  maxRelatedRows: 10_000,
  maxSubjectLookups: 100,
  maxSubjects: 10_000,
  noticedGrants: 3,
});
