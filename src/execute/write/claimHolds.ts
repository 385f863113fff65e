import type { Field } from '../../catalog/model/catalog.js';
import { isTooLarge } from '../../source/column/tooLarge.js';
import type { SqlValue } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';

import { foldText } from './foldText.js';
import { readScalar } from './readScalar.js';

function fold(value: Json): Json {
  return typeof value === 'string' ? foldText(value) : value;
}

/**
 * Whether a claim holds: whether it and the value are equal as values of the field's type, as they
 * would be shown in clear. No claim holds of a null,
 * nor of what is too large to be fetched.
 *
 * @param claim coerced to the field's type
 */
export function claimHolds({ type, column }: Field, claim: unknown, value: SqlValue): boolean {
  if (value === null || isTooLarge(column, value)) return false;
  const held = readScalar(type, column, value);
  if (held === undefined) return false;
  if (typeof claim !== 'string') return held === claim;
  return type === 'ID' || type === 'String' ? fold(held) === fold(claim) : held === claim;
}
