import type { PackedColumn } from '../../../source/packedRow.js';

/** Texts up to this length are looked for among those that were read lately, as codes and keys are. Bytes. */
const longest = 24;
/** How many texts are kept, each in the place that its bytes give. A power of two. */
const places = 4_096;
const kept: (string | undefined)[] = Array.from({ length: places }, () => undefined);

function isAt(text: string, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== bytes[start + at]) return false;
  }
  return true;
}

/**
 * Reads a text in UTF-8. A short one of ASCII is mostly one that was read before, which is found faster than a
 * new one is made, and is found faster in maps.
 */
export const readText: PackedColumn['read'] = (bytes, start, end) => {
  const length = end - start;
  if (length > longest) return bytes.toString('utf8', start, end);
  let hash = length;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return bytes.toString('utf8', start, end);
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const place = (hash ^ (hash >>> 15)) & (places - 1);
  const known = kept[place];
  if (known?.length === length && isAt(known, bytes, start)) return known;
  const text = bytes.toString('latin1', start, end);
  kept[place] = text;
  return text;
};
