import type { Moment } from '../../shared/chinaCalendar.js';

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a resource may be asked for, where the channel is. */
export interface Window {
  /** The days on which it opens. */
  readonly days: readonly Weekday[];
  /** A time of day, as `08:30`; from then on. */
  readonly from: string;
  /** Before then, at most `24:00`; earlier than `from`, it is of the next day. */
  readonly to: string;
}

function opensOn({ days }: Window, weekday: number): boolean {
  const day = weekdays[weekday];
  return day !== undefined && days.includes(day);
}

/** Whether a window is open: `from` is in it, `to` is not. Times of day compare as texts. */
export function isOpen(window: Window, { weekday, time }: Moment): boolean {
  const { from, to } = window;
  const opened = opensOn(window, weekday);
  if (from < to) return opened && from <= time && time < to;
  return (opened && from <= time) || (opensOn(window, (weekday + 6) % 7) && time < to);
}

/** `MON TUE, 08:30 to 18:00`. */
export function windowInWords({ days, from, to }: Window): string {
  return `${days.join(' ')}, ${from} to ${to}`;
}
