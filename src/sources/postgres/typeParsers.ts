import type { SqlValue } from '../../source/row.js';
import { shortestSingle } from '../sql/held/shortestSingle.js';

type Read = (text: string) => SqlValue;

/** Beyond 2^53 a whole number stays its digits. */
const whole: Read = (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};

/**
 * How the texts are read that the server gives, by the number of their type (pg_type.dat). Days, moments
 * and decimals stay the texts that they are, which lose nothing.
 */
const readers: ReadonlyMap<number, Read> = new Map<number, Read>([
  [16, (text) => text === 't'],
  [20, whole],
  [21, Number],
  [23, Number],
  [700, (text) => shortestSingle(Math.fround(Number(text)))],
  [701, Number],
  // An instant comes by the clock of the session, which is that of UTC.
  [1184, (text) => text.replace(/\+00$/, '')],
  // A CHAR comes filled up with blanks, which are no part of its text.
  [1042, (text) => text.replace(/ +$/, '')],
]);

const asItIs: Read = (text) => text;

/** What the driver asks for the reader of a column. */
export const typeParsers = {
  getTypeParser: (type: number): Read => readers.get(type) ?? asItIs,
};
