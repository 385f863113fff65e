import { ExchangeError } from '../errors/exchangeError.js';
import type { GrantId } from '../shared/brand.js';

import type { SubjectCounter } from './subjectCounter.js';

/** Rows about people and bodies that are about to leave by an export. */
export interface ExportCharge {
  readonly grant: GrantId;
  /** Today's date in the channel's time zone, as YYYY-MM-DD. */
  readonly day: string;
  readonly rows: number;
}

/** Holds no space, so it is no subject's id. */
const exported = 'exported';

/**
 * Counts rows about people and bodies before they leave by an export. Each row counts, also where several
 * are about one: who they are about may be hidden, and a refusal must not tell.
 *
 * @param most of one grant in a day
 * @throws {ExchangeError} QUOTA_EXCEEDED, and nothing is counted; NOT_READY where it cannot be counted
 */
export async function chargeExported(
  { grant, day, rows }: ExportCharge,
  most: number,
  counter: SubjectCounter,
): Promise<void> {
  if (rows === 0) return;
  // To the counter, all that a grant exports is one subject that it asks for so often.
  const asked = [{ id: exported, of: exported, times: rows }];
  const unbounded = Number.MAX_SAFE_INTEGER;
  const limits = { maxSubjectLookups: most, maxSubjects: unbounded, noticedGrants: unbounded };
  const { kind } = await counter.charge({ grant, day, asked }, limits);
  if (kind === 'counted') return;
  throw new ExchangeError(
    'QUOTA_EXCEEDED',
    `Under one grant, at most ${most} rows about people and bodies are exported in a day; the next chunk would go beyond that. Go on another day, behind the last cursor.`,
  );
}
