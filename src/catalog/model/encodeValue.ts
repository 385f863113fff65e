import type { ScalarName } from '../../mask/scalarName.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import { encodeParameter, type Parameter } from '../../source/parameter.js';

import type { Field } from './catalog.js';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** Tests whether a value from an operation is of a type. */
const isOfType: { readonly [Name in ScalarName]: (value: unknown) => boolean } = {
  ID: isText,
  String: isText,
  Int: isNumber,
  Float: isNumber,
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => typeof value === 'string' && isCalendarDay(value),
};

/**
 * Encodes a value of the field's type for the field's column.
 *
 * @returns undefined if the value is not of the type, or if the column cannot hold it
 */
export function encodeValue({ type, column }: Field, value: unknown): Parameter | undefined {
  return isOfType[type](value) ? encodeParameter(column, value) : undefined;
}
