import type { PackedColumn } from '../../../source/packedRow.js';

type Read = PackedColumn['read'];

const padded = (value: number, digits: number) => String(value).padStart(digits, '0');

/** Numbers of two digits, as they are written; days are many. */
const twoDigits = Array.from({ length: 256 }, (_, value) => padded(value, 2));
const two = (value: number) => twoDigits[value] ?? padded(value, 2);
const four = (value: number) => (value > 999 ? String(value) : padded(value, 4));

/** The microseconds behind a second, in so many digits. */
function fraction(bytes: Buffer, at: number, digits: number): string {
  return padded(bytes.readUInt32LE(at), 6).slice(0, digits);
}

/** How many days are kept, each in the place that its numbers give. A power of two. */
const places = 4_096;
/** The days that were read lately, and what each was read of: making a text anew takes longer. */
const days: string[] = Array.from({ length: places }, () => '');
const readOf = new Int32Array(places).fill(-1);

function dayAt(bytes: Buffer, start: number, end: number): string {
  if (end - start < 4) return '0000-00-00';
  const year = (bytes[start] ?? 0) | ((bytes[start + 1] ?? 0) << 8);
  const [month, day] = [bytes[start + 2] ?? 0, bytes[start + 3] ?? 0];
  // A year has fewer than 15 bits at every server; where not, nothing is kept.
  const packed = year < 0x8000 ? (year << 16) | (month << 8) | day : -1;
  const place = (packed ^ (packed >>> 11)) & (places - 1);
  if (packed >= 0 && readOf[place] === packed) return days[place] ?? '';
  const text = `${four(year)}-${two(month)}-${two(day)}`;
  if (packed >= 0) {
    days[place] = text;
    readOf[place] = packed;
  }
  return text;
}

/** Reads a day; one of zeros has no bytes. */
export const readDay: Read = dayAt;

/**
 * Makes the reader of a day with a time. What is zero at the end is not sent.
 *
 * @param decimals digits of a second, as its column has them; 31 for as many as there are
 */
export function momentReader(decimals: number): Read {
  const digits = Math.min(6, decimals || 6);
  return (bytes, start, end) => {
    const day = dayAt(bytes, start, end);
    if (end - start < 7) return `${day} 00:00:00`;
    const [hour = 0, minute = 0, second = 0] = bytes.subarray(start + 4, start + 7);
    const text = `${day} ${two(hour)}:${two(minute)}:${two(second)}`;
    return end - start < 11 ? text : `${text}.${fraction(bytes, start + 7, digits)}`;
  };
}

/** Reads a time, which may be of more than a day, or negative. */
export const readTime: Read = (bytes, start, end) => {
  if (end === start) return '00:00:00';
  const sign = bytes[start] ? '-' : '';
  const days = bytes.readUInt32LE(start + 1);
  const [hour = 0, minute = 0, second = 0] = bytes.subarray(start + 5, start + 8);
  const text = `${sign}${padded(days * 24 + hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}`;
  const micros = end - start < 12 ? 0 : bytes.readUInt32LE(start + 8);
  return micros === 0 ? text : `${text}.${padded(micros, 6).replace(/0+$/, '')}`;
};
