import type { GroupField } from '../../catalog/model/catalog.js';
import type { SqlValue } from '../../source/row.js';
import type { Scalar } from '../../value/scalarType.js';

import { readScalar } from './readScalar.js';

const partForms = { year: /^\d{4}$/, month: /^\d{4}-(0[1-9]|1[0-2])$/ };

/**
 * Reads the value that a group shares; undefined where it does not fit its type. A source puts
 * what is no day into the group of the nulls, so that no part of such a value shows.
 */
export function readGroupValue({ field, part }: GroupField, value: SqlValue): Scalar | undefined {
  if (part === 'value') {
    const read = readScalar(field.type, field.column, value);
    // No rows are grouped by a document.
    return typeof read === 'object' && read !== null ? undefined : read;
  }
  if (value === null) return null;
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value;
  return typeof text === 'string' && partForms[part].test(text) ? text : undefined;
}
