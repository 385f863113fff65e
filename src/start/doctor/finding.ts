/** What a check of an installation found. It holds no secret, no address and no value of any row. */
export interface Finding {
  /** What was checked, as `record` or `source "population"`. */
  readonly of: string;
  readonly verdict: 'ok' | 'warning' | 'wrong';
  /** One sentence. */
  readonly says: string;
  /** What to do; null where nothing is to be done. */
  readonly advice: string | null;
}

export function ok(of: string, says: string): Finding {
  return { of, verdict: 'ok', says, advice: null };
}

export function warning(of: string, says: string, advice: string): Finding {
  return { of, verdict: 'warning', says, advice };
}

export function wrong(of: string, says: string, advice: string): Finding {
  return { of, verdict: 'wrong', says, advice };
}
