/** Years for which records of use are kept at least. */
const years = 3;

/**
 * The latest day before which archived entries may be discarded: records of use are kept for three years at
 * least. After a leap day, the 28th of February stands for the 29th.
 *
 * @param today as YYYY-MM-DD, in China
 */
export function latestDiscard(today: string): string {
  const [year, monthAndDay] = [Number(today.slice(0, 4)), today.slice(4)];
  const day = monthAndDay === '-02-29' ? '-02-28' : monthAndDay;
  return `${String(year - years).padStart(4, '0')}${day}`;
}
