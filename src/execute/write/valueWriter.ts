import { ValueMismatch } from '../../errors/valueMismatch.js';
import { applyMask } from '../../mask/applyMask.js';
import type { Mask } from '../../mask/mask.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ValueEntry } from '../../plan/rows/rowShape.js';
import { canonical } from '../../source/column/canonical.js';
import type { Row, SqlValue } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';

import { at, type Path } from './path.js';
import { readField } from './readField.js';
import { mismatchAt, NullInNonNull, type Writing } from './writing.js';

/** Writes the value of one field of a row. */
export type WriteValue = (row: Row, writing: Writing, parent: Path) => Json;

type ReadValue = (value: SqlValue, writing: Writing, row: Row) => Json | undefined;

/** Makes the reader of a value under a mask. */
function maskedReader(entry: ValueEntry, mask: Mask): ReadValue {
  // What is hashed is compared with other hashes, so it is hashed in its canonical spelling.
  if (maskRules[mask.rule].isKeyed) {
    return (value, { hashKeys }) =>
      applyMask(mask, canonical(entry.field.column, value), hashKeys.get(entry));
  }
  return (value) => applyMask(mask, value);
}

/** A value in clear among masked ones, which are texts: a text too. */
function asText(value: Json | undefined): Json | undefined {
  return value === undefined || value === null || typeof value === 'string'
    ? value
    : JSON.stringify(value);
}

/** Makes the reader of a value that is clear in some rows: where its test has not been met, it is masked. */
function readerByRow(entry: ValueEntry, mask: Mask): ReadValue {
  const { field, testIndex } = entry;
  if (testIndex === null) throw new TypeError('nothing tells in which rows a value is clear');
  const readMasked = maskedReader(entry, mask);
  return (value, writing, row) =>
    Number(row[testIndex]) === 1
      ? asText(readField(field, value))
      : readMasked(value, writing, row);
}

/**
 * Makes the reader of a value in its decided form. A mask is the last code that touches a value.
 * The reader gives undefined for a value that does not fit its field's type, but never for a masked
 * one.
 */
function readerOf(entry: ValueEntry): ReadValue {
  const { field, form } = entry;
  switch (form.kind) {
    case 'MASKED':
      return maskedReader(entry, form.mask);
    case 'BY_ROW':
      return readerByRow(entry, form.mask);
    case 'CLEAR':
      return (value) => readField(field, value);
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
  const { key, field, coordinate, index } = entry;
  let mismatch: ValueMismatch | undefined;
  return (row, writing, parent) => {
    const value = read(row[index] ?? null, writing, row);
    if (value !== undefined && (value !== null || field.nullable)) return value;
    mismatch ??= new ValueMismatch(coordinate);
    writing.errors.push(mismatchAt(at(parent, key), mismatch));
    if (field.nullable) return null;
    throw new NullInNonNull();
  };
}
