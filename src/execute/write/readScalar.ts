import type { ScalarName } from '../../mask/scalarName.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import type { SqlValue } from '../../source/row.js';

import type { Scalar } from './json.js';

type Reader = (value: Exclude<SqlValue, null>) => Scalar | undefined;

const text: Reader = (value) => (typeof value === 'string' ? value : undefined);

/** GraphQL's Int is of 32 bits (GraphQL specification, 3.5.1). */
const int: Reader = (value) =>
  typeof value === 'number' && (value | 0) === value ? value : undefined;

/** Exact decimals come as digits. A Float is the nearest number. */
const float: Reader = (value) => {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** Some sources have booleans, others 1 and 0. */
const boolean: Reader = (value) => {
  if (typeof value === 'boolean') return value;
  return value === 0 || value === 1 ? value === 1 : undefined;
};

const readers: { readonly [Name in ScalarName]: Reader } = {
  // An ID may be a whole number at the source; GraphQL writes it as digits (GraphQL specification,
  // 3.5.5).
  ID: (value) => (Number.isSafeInteger(value) ? String(value) : text(value)),
  String: text,
  Date: (value) => (typeof value === 'string' && isCalendarDay(value) ? value : undefined),
  Int: int,
  Float: float,
  Boolean: boolean,
};

/** Reads a value as a type; undefined where it does not fit. */
export function readScalar(type: ScalarName, value: SqlValue): Scalar | undefined {
  return value === null ? null : readers[type](value);
}
