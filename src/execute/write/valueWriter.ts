import { ValueMismatch } from '../../errors/valueMismatch.js';
import { applyMask } from '../../mask/applyMask.js';
import { byteForms } from '../../mask/bytes/byteForms.js';
import type { MaskBytes } from '../../mask/bytes/maskBytes.js';
import type { Mask } from '../../mask/mask.js';
import { redacted } from '../../mask/rules/maskRedact.js';
import { maskRules } from '../../mask/rules/maskRules.js';
import type { ValueEntry } from '../../plan/rows/rowShape.js';
import { canonical } from '../../source/column/canonical.js';
import { isTooLarge, tooLarge } from '../../source/column/tooLarge.js';
import { packedNull, PackedRow } from '../../source/packedRow.js';
import type { FetchedRow, SqlValue } from '../../source/row.js';
import type { Json } from '../../value/scalarType.js';

import type { JsonOut } from './jsonOut.js';
import { at, type Path } from './path.js';
import { readField } from './readField.js';
import { mismatchAt, NullInNonNull, tooLargeAt, type Writing } from './writing.js';

/** Writes the value of one field of a row. */
export type WriteValue = (row: FetchedRow, writing: Writing, parent: Path) => void;

type ReadValue = (value: SqlValue, writing: Writing, row: FetchedRow) => Json | undefined;

/** Makes the reader of a value under a mask, by which nobody learns that it is too large. */
function maskedReader(entry: ValueEntry, mask: Mask): ReadValue {
  const { column } = entry.field;
  // What is hashed is compared with other hashes, so it is hashed in its canonical spelling.
  if (maskRules[mask.rule].isKeyed) {
    return (value, { hashKeys }) =>
      isTooLarge(column, value)
        ? redacted
        : applyMask(mask, canonical(column, value), hashKeys.get(entry));
  }
  return (value) => (isTooLarge(column, value) ? redacted : applyMask(mask, value));
}

/** Makes the reader of a value in clear. */
function clearReader({ field }: ValueEntry): ReadValue {
  return (value) => (isTooLarge(field.column, value) ? undefined : readField(field, value));
}

/** A value in clear among masked ones, which are texts: a text too. */
function asText(value: Json | undefined): Json | undefined {
  return value === undefined || value === null || typeof value === 'string'
    ? value
    : JSON.stringify(value);
}

/** Makes the reader of a value that is clear in some rows: where its test has not been met, it is masked. */
function readerByRow(entry: ValueEntry, mask: Mask): ReadValue {
  const { testIndex } = entry;
  if (testIndex === null) throw new TypeError('nothing tells in which rows a value is clear');
  const [readClear, readMasked] = [clearReader(entry), maskedReader(entry, mask)];
  return (value, writing, row) =>
    Number(row.at(testIndex)) === 1
      ? asText(readClear(value, writing, row))
      : readMasked(value, writing, row);
}

/**
 * Makes the reader of a value in its decided form. A mask is the last code that touches a value.
 * The reader gives undefined for a value that does not fit its field's type, but never for a masked
 * one.
 */
function readerOf(entry: ValueEntry): ReadValue {
  const { form } = entry;
  switch (form.kind) {
    case 'MASKED':
      return maskedReader(entry, form.mask);
    case 'BY_ROW':
      return readerByRow(entry, form.mask);
    case 'CLEAR':
      return clearReader(entry);
    case 'WITHHELD':
      throw new TypeError('a plan reads what is withheld');
  }
}

/** Writes texts without reading them: as a source sent them, or as a mask of bytes shows them. */
interface TextForm {
  /** The mask; null for a text in clear. */
  readonly mask: MaskBytes | null;
  /** Whether `tooLarge` may stand in the place of a text. */
  readonly isBounded: boolean;
}

/** How texts are written without reading them; null where the value has to be read. */
function textForm({ form, field: { type, elements, column } }: ValueEntry): TextForm | null {
  const isText = (type === 'String' || type === 'ID') && !elements && column.storage === 'TEXT';
  if (!isText) return null;
  const isBounded = column.bound !== undefined;
  if (form.kind === 'CLEAR') return { mask: null, isBounded };
  const mask = form.kind === 'MASKED' ? byteForms.get(form.mask.rule) : undefined;
  return mask ? { mask, isBounded } : null;
}

/** Writes a text of a row without reading it; false where it has to be read. */
function writeText(
  { mask, isBounded }: TextForm,
  row: FetchedRow,
  index: number,
  out: JsonOut,
): boolean {
  if (row instanceof PackedRow && row.isText(index)) {
    const [start, end] = [row.startOf(index), row.endOf(index)];
    if (start === packedNull) return false;
    // Of ASCII alone, so as many bytes as characters.
    if (isBounded && end - start === tooLarge.length) return false;
    if (mask) return out.masked(mask, row.bytes, start, end);
    out.utf8(row.bytes, start, end);
    return true;
  }
  if (!mask) return false;
  const held = row.at(index);
  if (typeof held !== 'string' || (isBounded && held === tooLarge)) return false;
  return out.maskedText(mask, held);
}

/**
 * Makes the writer of one field. A value that does not fit, or is too large to be told in clear, becomes an
 * error, and null if the field may be null.
 */
export function valueWriter(entry: ValueEntry): WriteValue {
  const read = readerOf(entry);
  const { key, field, coordinate, index } = entry;
  const text = textForm(entry);
  let mismatch: ValueMismatch | undefined;
  return (row, writing, parent) => {
    const { out, errors } = writing;
    if (text && writeText(text, row, index, out)) return;
    const held = row.at(index) ?? null;
    const value = read(held, writing, row);
    if (value !== undefined && (value !== null || field.nullable)) {
      out.json(value);
      return;
    }
    const place = at(parent, key);
    if (isTooLarge(field.column, held)) {
      errors.push(tooLargeAt(place, coordinate, field.column.bound));
    } else {
      mismatch ??= new ValueMismatch(coordinate);
      errors.push(mismatchAt(place, mismatch));
    }
    if (!field.nullable) throw new NullInNonNull();
    out.null();
  };
}
