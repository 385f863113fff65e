/** China's time is UTC+8, everywhere and all year. In milliseconds. */
const offset = 8 * 3_600_000;

/** Milliseconds. */
export const lengthOfDay = 24 * 3_600_000;

/** When a day begins in China: an ISO 8601 time with its zone, for a day as YYYY-MM-DD. */
export function beginningOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** A time of the week in China, to the minute. */
export interface Moment {
  /** From 0, Monday. */
  readonly weekday: number;
  /** As `08:30`. */
  readonly time: string;
}

/** @param now milliseconds since the epoch */
export function momentAt(now: number): Moment {
  const there = new Date(now + offset);
  return { weekday: (there.getUTCDay() + 6) % 7, time: there.toISOString().slice(11, 16) };
}

/** Tells which day it is in China. Every request asks, so the text of a day is made once and kept. */
export class ChinaCalendar {
  #midnight = Number.NaN;
  #day = '';

  /**
   * @param now milliseconds since the epoch
   * @returns the day, as YYYY-MM-DD
   */
  dayAt(now: number): string {
    const midnight = Math.floor((now + offset) / lengthOfDay) * lengthOfDay;
    if (midnight !== this.#midnight) {
      this.#midnight = midnight;
      this.#day = new Date(midnight).toISOString().slice(0, 10);
    }
    return this.#day;
  }
}
