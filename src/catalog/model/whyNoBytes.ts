import { mostBytesOf, type BytesForm } from '../../source/column/bytesForm.js';
import type { ColumnShape } from '../../source/sourceShape.js';

/** Whether a column may hold more bytes than a form tells, or fewer. */
export function mayHoldOthers(form: BytesForm, { length, isFilledUp }: ColumnShape): boolean {
  if (form === 'UUID') return !isFilledUp || length !== mostBytesOf(form);
  return length === undefined || length > mostBytesOf(form);
}

/** Why no value of a column of bytes can be told in a form; undefined where one may. */
export function whyNoBytes(
  form: BytesForm,
  { length, isFilledUp }: ColumnShape,
): string | undefined {
  if (length === undefined) return undefined;
  const most = mostBytesOf(form);
  if (isFilledUp && length > most) {
    return form === 'UUID'
      ? `holds ${length} bytes, and a UUID has ${most}: say \`@column(format: "HEX")\`.`
      : `holds ${length} bytes, and \`HEX\` tells up to ${most}.`;
  }
  return form === 'UUID' && length < most
    ? `holds up to ${length} bytes, and a UUID has ${most}: say \`@column(format: "HEX")\`.`
    : undefined;
}
