import { mostBytesOf, type BytesForm } from '../../../source/column/bytesForm.js';

/**
 * Writes whether bytes are as many as a form tells.
 *
 * @param length an expression of their number
 */
export function writeIsOfLength(length: string, form: BytesForm): string {
  return `${length} ${form === 'UUID' ? '=' : '<='} ${mostBytesOf(form)}`;
}
