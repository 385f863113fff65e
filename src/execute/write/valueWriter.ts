import { ValueMismatch } from '../../errors/valueMismatch.js';
import { applyMask } from '../../mask/applyMask.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ValueEntry } from '../../plan/rows/rowShape.js';
import { canonical } from '../../source/column/canonical.js';
import type { SqlValue } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';

import { at, type Path } from './path.js';
import { readScalar } from './readScalar.js';
import { mismatchAt, NullInNonNull, type Writing } from './writing.js';

/** Writes the value of one field of a row. */
export type WriteValue = (value: SqlValue, writing: Writing, parent: Path) => Json;

type ReadValue = (value: SqlValue, writing: Writing) => Json | undefined;

/**
 * Makes the reader of a value in its decided form. A mask is the last code that touches a value.
 * The reader gives undefined for a value that does not fit its field's type, but never for a masked
 * one.
 */
function readerOf(entry: ValueEntry): ReadValue {
  const { field, form } = entry;
  switch (form.kind) {
    case 'MASKED': {
      const { mask } = form;
      // What is hashed is compared with other hashes, so it is hashed in its canonical spelling.
      if (maskRules[mask.rule].isKeyed) {
        return (value, { hashKeys }) =>
          applyMask(mask, canonical(field.column, value), hashKeys.get(entry));
      }
      return (value) => applyMask(mask, value);
    }
    case 'CLEAR':
      return (value) => readScalar(field.type, field.column, value);
    case 'WITHHELD':
      throw new TypeError('a plan reads what is withheld');
  }
}

/**
 * Makes the writer of one field. A value that does not fit becomes an error, and null if the field
 * may be null.
 */
export function valueWriter(entry: ValueEntry): WriteValue {
  const read = readerOf(entry);
  const { key, field, coordinate } = entry;
  let mismatch: ValueMismatch | undefined;
  return (found, writing, parent) => {
    const value = read(found, writing);
    if (value !== undefined && (value !== null || field.nullable)) return value;
    mismatch ??= new ValueMismatch(coordinate);
    writing.errors.push(mismatchAt(at(parent, key), mismatch));
    if (field.nullable) return null;
    throw new NullInNonNull();
  };
}
