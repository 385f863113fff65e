import type { Moment } from '../../shared/chinaCalendar.js';

export const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export type Weekday = (typeof weekdays)[number];

/** When a resource may be asked for, in the local time of the channel. */
export interface Window {
  /** The days on which it opens. */
  readonly days: readonly Weekday[];
  /** The time of day when it opens, such as `08:30`. */
  readonly from: string;
  /** The time when it closes, `24:00` at most. If earlier than `from`, it is on the next day. */
  readonly to: string;
}

function opensOn({ days }: Window, weekday: number): boolean {
  const day = weekdays[weekday];
  return day !== undefined && days.includes(day);
}

/** Whether a window is open. It includes `from` but not `to`. Times of day compare as texts. */
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
