import { isUtf8 } from 'node:buffer';

import { mostAdded, type MaskBytes, type MaskedText } from '../../mask/bytes/maskBytes.js';
import type { Json } from '../../value/scalarType.js';

/** Bytes that are there from the beginning, and are kept from one answer to the next. */
const usual = 65_536;
const mostKept = 1_048_576;
/** The bytes that a UTF-16 code unit, or a byte that is escaped, takes at most: \u0000. */
const widest = 6;
/** Up to this length, a loop is faster than a call into native code. */
const shortText = 48;
/** The longest text that is masked as bytes. UTF-16 code units. */
const longestMasked = 512;

const [quote, backslash, comma, blank, star] = [0x22, 0x5c, 0x2c, 0x20, 0x2a];
const nothing = Buffer.from('null');

/** The bytes of a text that is JSON already. */
export function jsonBytes(text: string): Buffer {
  return Buffer.from(text);
}

/** How each byte below U+0020 is escaped, as `JSON.stringify` does. */
const controls = Array.from({ length: blank }, (_, code) =>
  jsonBytes(JSON.stringify(String.fromCharCode(code)).slice(1, -1)),
);

/**
 * Writes a text without anything to escape, in UTF-8.
 *
 * @returns where it ends; -1 where it has something to escape
 */
function writePlain(text: string, to: Uint8Array, from: number): number {
  let at = from;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      if (unit < blank || unit === quote || unit === backslash) return -1;
      to[at++] = unit;
    } else if (unit < 0x800) {
      to[at++] = 0xc0 | (unit >> 6);
      to[at++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0xd800 && unit < 0xe000) {
      return -1;
    } else {
      to[at++] = 0xe0 | (unit >> 12);
      to[at++] = 0x80 | ((unit >> 6) & 0x3f);
      to[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at;
}

/** The bytes of a text that is masked. */
const unmasked = Buffer.allocUnsafe(longestMasked * 3);

/**
 * Takes an answer as it is written, as JSON in UTF-8, with the bytes that `JSON.stringify` would give. What
 * was written last can be taken back. Its memory is used again for the next answer.
 */
export class JsonOut implements MaskedText {
  #bytes = Buffer.allocUnsafe(usual);
  #length = 0;
  /** Whether bytes of a source were taken as they are, so that they may be no UTF-8. */
  #holdsTaken = false;

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  /** Takes back what was written beyond a length. */
  cut(length: number): void {
    this.#length = length;
  }

  /** Gives what was written, and begins anew. */
  take(): Buffer {
    const written = this.#bytes.subarray(0, this.#length);
    // No byte of ASCII is part of another character, so a bad one changes nothing beyond its own text.
    const isSound = !this.#holdsTaken || isUtf8(written);
    const taken = Buffer.from(isSound ? written : written.toString('utf8'));
    if (this.#bytes.length > mostKept) this.#bytes = Buffer.allocUnsafe(usual);
    this.#length = 0;
    this.#holdsTaken = false;
    return taken;
  }

  /** Writes bytes that are JSON already. */
  bytes(json: Uint8Array): void {
    this.#reserve(json.length);
    if (json.length > shortText) this.#bytes.set(json, this.#length);
    else for (let at = 0; at < json.length; at += 1) this.#bytes[this.#length + at] = json[at] ?? 0;
    this.#length += json.length;
  }

  comma(): void {
    this.#reserve(1);
    this.#bytes[this.#length] = comma;
    this.#length += 1;
  }

  null(): void {
    this.bytes(nothing);
  }

  /** Writes a value. */
  json(value: Json): void {
    if (typeof value === 'string') this.text(value);
    else if (value === null) this.null();
    else this.#native(JSON.stringify(value));
  }

  /** Writes a text as a string of JSON. */
  text(text: string): void {
    if (text.length > shortText) this.#native(JSON.stringify(text));
    else if (!this.#plain(text)) this.#native(JSON.stringify(text));
  }

  /** Writes the text that some bytes are in UTF-8 as a string of JSON. */
  utf8(from: Uint8Array, start: number, end: number): void {
    this.#reserve((end - start) * widest + 2);
    const to = this.#bytes;
    let at = this.#length;
    to[at++] = quote;
    for (let index = start; index < end; index += 1) {
      const byte = from[index] ?? 0;
      if (byte >= blank && byte !== quote && byte !== backslash) to[at++] = byte;
      else if (byte >= blank) {
        to[at++] = backslash;
        to[at++] = byte;
      } else {
        const escape = controls[byte] ?? nothing;
        to.set(escape, at);
        at += escape.length;
      }
    }
    to[at++] = quote;
    this.#length = at;
    this.#holdsTaken = true;
  }

  /** Writes a text as a mask shows its bytes; false where the mask takes no such text, and nothing is written. */
  masked(mask: MaskBytes, from: Uint8Array, start: number, end: number): boolean {
    this.#reserve(end - start + mostAdded + 2);
    const before = this.#length;
    this.#bytes[this.#length++] = quote;
    if (mask(from, start, end, this)) {
      this.#bytes[this.#length++] = quote;
      return true;
    }
    this.#length = before;
    return false;
  }

  /** Writes a text as a mask of bytes shows it; false where the mask takes no such text, and nothing is written. */
  maskedText(mask: MaskBytes, text: string): boolean {
    if (text.length > longestMasked) return false;
    const end = writePlain(text, unmasked, 0);
    return end >= 0 && this.masked(mask, unmasked, 0, end);
  }

  show(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at += 1) this.#bytes[this.#length++] = from[at] ?? 0;
  }

  star(times: number): void {
    for (let left = times; left > 0; left -= 1) this.#bytes[this.#length++] = star;
  }

  /** Writes a text without anything to escape; false where it has something, and nothing is written. */
  #plain(text: string): boolean {
    this.#reserve(text.length * 3 + 2);
    const to = this.#bytes;
    const end = writePlain(text, to, this.#length + 1);
    if (end < 0) return false;
    to[this.#length] = quote;
    to[end] = quote;
    this.#length = end + 1;
    return true;
  }

  #native(json: string): void {
    this.#reserve(json.length * 3);
    this.#length += this.#bytes.write(json, this.#length, 'utf8');
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
