import { stat } from 'node:fs/promises';

import type { Deployment } from '../../deployment.js';
import { ok, wrong, type Finding } from '../finding.js';

/** What tokens may be ahead by, in milliseconds. */
const tolerance = 60_000;

/**
 * Whether this machine's clock is behind what was written here before. Tokens, ends of grants and days go
 * by it; that of Redis is compared where Redis is looked at.
 */
export async function checkClock({ recordFile }: Deployment): Promise<readonly Finding[]> {
  const of = 'clock';
  const written = await stat(recordFile).catch(() => null);
  const ahead = written ? written.mtimeMs - Date.now() : 0;
  if (ahead <= tolerance) return [ok(of, 'it is not behind the record')];
  return [
    wrong(
      of,
      `the record was written ${Math.round(ahead / 1_000)} s later than this clock says it is now`,
      'Set the clock, and keep it by NTP: tokens and the ends of grants go by it.',
    ),
  ];
}
