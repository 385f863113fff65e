import type { Field } from '../../catalog/model/catalog.js';
import type { SqlValue } from '../../source/row.js';

import type { Scalar } from './json.js';
import { readScalar } from './readScalar.js';

/**
 * A text as it is compared: compatibility forms are one (NFKC, by which full-width letters and
 * digits are the usual ones), and so are letters of either case, by way of upper case, which takes
 * `ß` and `ss` as one.
 */
function fold(value: Scalar): Scalar {
  if (typeof value !== 'string') return value;
  return value.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Whether a claim holds of a value: whether both are one value of the field's type, as it would be
 * shown in clear. No value is equal to nothing, so of a null no claim holds.
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
