/**
 * How bytes are told as an identifier: `UUID`, of 16 bytes (RFC 9562), or `HEX`, the digits of up to 64 bytes;
 * both in small letters, and stated in letters of either case. The order of such texts is that of the bytes.
 */
export type BytesForm = 'UUID' | 'HEX';

/** Those of a UUID, and those of the longest hash in use (SHA-512). */
export const bytesOfUuid = 16;
export const mostBytes = 64;

export function isBytesForm(text: string): text is BytesForm {
  return text === 'UUID' || text === 'HEX';
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
const pairs = new RegExp(`^(?:[0-9a-f]{2}){0,${mostBytes}}$`, 'i');

/** Whether a text is an id of 128 bits, in letters of either case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/** The digits of the bytes that a text stands for; undefined where it stands for none. */
export function digitsOf(form: BytesForm, text: string): string | undefined {
  if (form === 'UUID') return isUuid(text) ? text.replaceAll('-', '').toLowerCase() : undefined;
  return pairs.test(text) ? text.toLowerCase() : undefined;
}

/** What bytes are told as, by their digits; undefined where they are not as many as the form has. */
export function textOfDigits(form: BytesForm, digits: string): string | undefined {
  if (!pairs.test(digits)) return undefined;
  const small = digits.toLowerCase();
  if (form === 'HEX') return small;
  return parts.test(small) ? small.replace(parts, '$1-$2-$3-$4-$5') : undefined;
}

/** The most bytes that a form tells. */
export function mostBytesOf(form: BytesForm): number {
  return form === 'UUID' ? bytesOfUuid : mostBytes;
}
