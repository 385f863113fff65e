/** China's time is UTC+8, all year and everywhere; in milliseconds. */
export const chinaOffset = 8 * 3_600_000;

/** A time of a week where the channel is, to the minute. */
export interface Moment {
  /** From 0, Monday. */
  readonly weekday: number;
  /** As `08:30`. */
  readonly time: string;
}

/** @param now milliseconds since the epoch */
export function momentAt(now: number): Moment {
  const there = new Date(now + chinaOffset);
  return { weekday: (there.getUTCDay() + 6) % 7, time: there.toISOString().slice(11, 16) };
}

const lengthOfDay = 24 * 3_600_000;

/** Tells the day that it is in China. */
export class ChinaCalendar {
  #midnight = Number.NaN;
  #day = '';

  /**
   * The day, as YYYY-MM-DD. It is written once a day, though every request asks.
   *
   * @param now milliseconds since the epoch
   */
  dayAt(now: number): string {
    const midnight = Math.floor((now + chinaOffset) / lengthOfDay) * lengthOfDay;
    if (midnight !== this.#midnight) {
      this.#midnight = midnight;
      this.#day = new Date(midnight).toISOString().slice(0, 10);
    }
    return this.#day;
  }
}
