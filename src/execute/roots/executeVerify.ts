import type { BoundVerify, Claimed } from '../../plan/boundPlan.js';
import type { VerifyRoot } from '../../plan/queryPlan.js';
import type { Row } from '../../source/row.js';
import { fetchByKeys } from '../fetch/fetchByKeys.js';
import type { Fetcher } from '../fetch/fetcher.js';
import type { Json } from '../write/assembly.js';

import { claimHolds } from './claimHolds.js';

interface Verdict {
  readonly result: 'MATCH' | 'NO_MATCH' | 'NOT_FOUND';
  /** The names of the claims that do not hold. */
  readonly mismatches: readonly string[];
}

/** Compares every claim, whatever came of those before. Of nobody, none holds. */
function verdictOf(step: VerifyRoot, row: Row | undefined, { claims }: Claimed): Verdict {
  const mismatches = step.claims
    .filter(({ field, index }) => {
      return !row || !claimHolds(field, claims[field.name], row[index] ?? null);
    })
    .map(({ field }) => field.name);
  if (!row) return { result: step.tellsNotFound ? 'NOT_FOUND' : 'NO_MATCH', mismatches };
  return { result: mismatches.length === 0 ? 'MATCH' : 'NO_MATCH', mismatches };
}

/** Makes the object of the answer, keys in the order asked. */
function assemble({ entries }: VerifyRoot, verdict: Verdict): Json {
  return Object.fromEntries(
    entries.map((entry) => [
      entry.key,
      entry.kind === 'typename' ? entry.name : verdict[entry.field],
    ]),
  );
}

/**
 * Verifies what is claimed: rows are fetched by their keys, all in one statement, and compared here.
 * A row that is not there and one that is out of scope are one.
 */
export async function executeVerify(
  { step, claimed, scope }: BoundVerify,
  fetcher: Fetcher,
): Promise<Json> {
  fetcher.countKeys(step.fetch, claimed.length);
  const keys = new Set(claimed.map(({ key }) => key));
  const byKey = await fetchByKeys(step, keys, scope, fetcher);
  const answers = claimed.map((one) => assemble(step, verdictOf(step, byKey.get(one.key), one)));
  return step.isBatch ? answers : (answers[0] ?? null);
}
