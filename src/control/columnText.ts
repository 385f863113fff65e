import { z } from 'zod';

/** A text that fits its column. Databases count characters by code point, not by UTF-16 unit. */
export function columnText(least: number, most: number) {
  return z.string().refine((text) => {
    const { length } = Array.from(text);
    return length >= least && length <= most;
  });
}
