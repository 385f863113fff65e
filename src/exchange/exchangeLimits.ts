import type { Limits } from '../plan/limits.js';
import type { SubjectLimits } from '../quota/subjectCounter.js';

/** Bounds on exports. */
export interface ExportLimits {
  /** How many may be under way at one gateway, and how many of one client. */
  readonly maxExports: number;
  readonly maxExportsOfClient: number;
  /** How many rows about people and bodies leave by exports under one grant in a day. */
  readonly maxExportedSubjects: number;
}

/** All limits of a request: what it may ask, and how often it may ask about one subject. */
export type ExchangeLimits = Limits & SubjectLimits & ExportLimits;

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
  maxExports: 8,
  maxExportsOfClient: 2,
  maxExportedSubjects: 1_000_000,
});
