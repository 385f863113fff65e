import { applyMask } from '../../mask/applyMask.js';
import type { ScalarName } from '../../mask/scalarName.js';
import type { BoundPlan } from '../../plan/boundPlan.js';
import type { ValueEntry } from '../../plan/queryPlan.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import type { SqlValue } from '../../source/row.js';

/** A scalar of an answer. */
export type Scalar = string | number | boolean | null;

type Reader = (value: Exclude<SqlValue, null>) => Scalar | undefined;

const text: Reader = (value) => (typeof value === 'string' ? value : undefined);

/** GraphQL's Int is of 32 bits (GraphQL specification, 3.5.1). */
const int: Reader = (value) =>
  typeof value === 'number' && (value | 0) === value ? value : undefined;

/** An exact decimal comes as its digits; a Float is the number nearest to it. */
const float: Reader = (value) => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

const readers: { readonly [Name in ScalarName]: Reader } = {
  // A whole number that identifies is given as its digits, as the specification has IDs.
  ID: (value) => (Number.isSafeInteger(value) ? String(value) : text(value)),
  String: text,
  Date: (value) => (typeof value === 'string' && isCalendarDay(value) ? value : undefined),
  Int: int,
  Float: float,
  Boolean: (value) => (value === 0 || value === 1 ? value === 1 : undefined),
};

/** Reads a value of a type; undefined for one that is none of it. */
export function readScalar(type: ScalarName, value: SqlValue): Scalar | undefined {
  return value === null ? null : readers[type](value);
}

/**
 * Reads a value of a row in the form that was decided: the mask, where there is one, is the last
 * code that touches it.
 *
 * @returns undefined for a value that is none of its field's type; never for one behind a mask
 */
export function readValue(
  entry: ValueEntry,
  value: SqlValue,
  hashKeys: BoundPlan['hashKeys'],
): Scalar | undefined {
  const { field, form } = entry;
  switch (form.kind) {
    case 'MASKED':
      return applyMask(form.mask, value, hashKeys.get(entry));
    case 'CLEAR':
      return readScalar(field.type, value);
    case 'WITHHELD':
      throw new TypeError('a plan reads what is withheld');
  }
}
