import type { Column } from './column.js';

/** Whether two columns are one, and bring the same values. */
export function isReadAlike(one: Column, other: Column): boolean {
  if (one.name !== other.name || one.test !== other.test) return false;
  return (
    one.reading === other.reading || JSON.stringify(one.reading) === JSON.stringify(other.reading)
  );
}

/** Whether two columns are one, and compared alike. */
export function isComparedAlike(one: Column, other: Column): boolean {
  return one.calendar === other.calendar && isReadAlike(one, other);
}
