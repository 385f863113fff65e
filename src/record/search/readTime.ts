import { beginningOf } from '../../shared/chinaCalendar.js';

const dayForm = /^\d{4}-\d\d-\d\d$/;
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** What a time must be that entries are looked for by, in words. */
export const timeContract =
  'a day, as 2026-01-31, or a time with its zone, as 2026-01-31T08:00+08:00';

/**
 * Reads a day in China or a time, and gives it as entries have it: ISO 8601, UTC. Undefined for what is
 * neither.
 */
export function readTime(text: string): string | undefined {
  const time = dayForm.test(text) ? beginningOf(text) : text;
  if (!timeForm.test(time) || Number.isNaN(Date.parse(time))) return undefined;
  return new Date(time).toISOString();
}
