import type { Field } from '../../catalog/model/catalog.js';
import type { SqlValue } from '../../source/row.js';

import type { Scalar } from './json.js';
import { readScalar } from './readScalar.js';

/**
 * Folds a text for comparison. NFKC makes compatibility forms equal, mostly full-width letters and
 * digits. Upper and lower case are equal too; the way through upper case makes `ß` equal `ss`.
 */
function fold(value: Scalar): Scalar {
  if (typeof value !== 'string') return value;
  return value.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Whether a claim holds: whether it and the value are equal as values of the field's type, as they
 * would be shown in clear. No claim holds of a null.
 *
 * @param claim coerced to the field's type
 */
export function claimHolds({ type }: Field, claim: unknown, value: SqlValue): boolean {
  if (value === null) return false;
  const held = readScalar(type, value);
  if (held === undefined) return false;
  if (typeof claim !== 'string') return held === claim;
  return type === 'ID' || type === 'String' ? fold(held) === fold(claim) : held === claim;
}
