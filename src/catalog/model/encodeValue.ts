import type { ScalarName } from '../../mask/scalarName.js';
import { isCalendarDay } from '../../shared/isCalendarDay.js';
import { encodeParameter, type Parameter } from '../../source/parameter.js';

import type { Field } from './catalog.js';

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';

/** What is a value of each type, as operations state it. */
const isOfType: { readonly [Name in ScalarName]: (value: unknown) => boolean } = {
  ID: isText,
  String: isText,
  Int: isNumber,
  Float: isNumber,
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => typeof value === 'string' && isCalendarDay(value),
};

/**
 * Encodes a value that is stated of a field: one of the field's type, however its column stores it.
 *
 * @returns undefined for a value that is none of its type, or that its column cannot hold
 */
export function encodeValue({ type, column }: Field, value: unknown): Parameter | undefined {
  return isOfType[type](value) ? encodeParameter(column, value) : undefined;
}
