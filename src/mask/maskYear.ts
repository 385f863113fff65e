const calendarDay = /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;

/**
 * 1990-03-07 → 1990.
 *
 * @returns null for a text that is no date as YYYY-MM-DD
 */
export function maskYear(date: string): string | null {
  return calendarDay.exec(date)?.[1] ?? null;
}
