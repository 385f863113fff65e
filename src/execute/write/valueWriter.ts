import { applyMask } from '../../mask/applyMask.js';
import type { ValueEntry } from '../../plan/rows/rowShape.js';
import type { SqlValue } from '../../source/row.js';

import type { Scalar } from './json.js';
import { at, type Path } from './path.js';
import { readScalar } from './readScalar.js';
import { misfitAt, NullInNonNull, type Writing } from './writing.js';

/** Writes the value of one field of a row. */
export type WriteValue = (value: SqlValue, writing: Writing, parent: Path) => Scalar;

type ReadValue = (value: SqlValue, writing: Writing) => Scalar | undefined;

/**
 * Reads a value in the form that was decided: the mask, where there is one, is the last code that
 * touches it. Undefined for a value that is none of its field's type; never for one behind a mask.
 */
function readerOf(entry: ValueEntry): ReadValue {
  const { field, form } = entry;
  switch (form.kind) {
    case 'MASKED': {
      const { mask } = form;
      return (value, { hashKeys }) => applyMask(mask, value, hashKeys.get(entry));
    }
    case 'CLEAR':
      return (value) => readScalar(field.type, value);
    case 'WITHHELD':
      throw new TypeError('a plan reads what is withheld');
  }
}

/** Makes the writer of one field; a value that does not fit leaves null and an error, if it may. */
export function valueWriter(entry: ValueEntry): WriteValue {
  const read = readerOf(entry);
  const { key, field } = entry;
  return (found, writing, parent) => {
    const value = read(found, writing);
    if (value !== undefined && (value !== null || field.nullable)) return value;
    writing.errors.push(misfitAt(at(parent, key), field.name));
    if (field.nullable) return null;
    throw new NullInNonNull();
  };
}
