import type { BoundVerify, Claimed, VerifyStep } from '../../plan/roots/verify.js';
import { distinctKeys, idOfKey } from '../../source/request/key.js';
import type { FetchedRow } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';
import { fetchByKeys } from '../fetch/fetchByKeys.js';
import type { RootExecutor } from '../rootExecutor.js';
import { claimHolds } from '../write/claimHolds.js';
import { at } from '../write/path.js';
import { notUniqueAt } from '../write/writing.js';

interface Verdict {
  readonly result: 'MATCH' | 'NO_MATCH' | 'NOT_FOUND';
  /** The names of the claims that do not hold. */
  readonly mismatches: readonly string[];
}

/** Compares every claim, even after one that does not hold. Without a row, none holds. */
function verdictOf(step: VerifyStep, row: FetchedRow | undefined, { claims }: Claimed): Verdict {
  const mismatches = step.claims
    .filter(({ field, index }) => {
      return !row || !claimHolds(field, claims[field.name], row.at(index) ?? null);
    })
    .map(({ field }) => field.name);
  if (!row) return { result: step.tellsNotFound ? 'NOT_FOUND' : 'NO_MATCH', mismatches };
  return { result: mismatches.length === 0 ? 'MATCH' : 'NO_MATCH', mismatches };
}

function write({ entries }: VerifyStep, verdict: Verdict): Json {
  return Object.fromEntries(
    entries.map((entry) => [
      entry.key,
      entry.kind === 'typename' ? entry.name : verdict[entry.field],
    ]),
  );
}

/**
 * Verifies claims. All rows are fetched by key in one statement and compared here. A missing row
 * and a row out of scope give the same verdict; of a key that several rows have, there is none.
 */
export const verify: RootExecutor<BoundVerify, readonly (Verdict | null)[]> = {
  toRequest: ({ step, scope }) => ({
    kind: 'keys',
    name: 'verification',
    keyed: step,
    scope,
    rows: [],
    compared: step.claims.map(({ field }) => field.name),
  }),

  async fetch({ step, claimed, scope }, { fetcher }) {
    fetcher.countKeys(step.fetch, claimed.length);
    const keys = distinctKeys(claimed.map(({ key }) => key));
    const { byKey, several } = await fetchByKeys(step, keys, scope, fetcher);
    return claimed.map((one) => {
      const id = idOfKey(one.key);
      return several.has(id) ? null : verdictOf(step, byKey.get(id), one);
    });
  },

  write({ step }, verdicts, writing) {
    const answers: Json[] = [];
    for (const [index, verdict] of verdicts.entries()) {
      if (!verdict) {
        const place = at(null, step.key);
        const of = step.isBatch ? at(place, index) : place;
        writing.errors.push(notUniqueAt(of, step.fetch.resource.name));
        // The schema has a verdict for each key, so that without one the list is none.
        writing.out.null();
        return;
      }
      answers.push(write(step, verdict));
    }
    writing.out.json(step.isBatch ? answers : (answers[0] ?? null));
  },
};
