import type { MaskBytes } from './maskBytes.js';

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
const goesOn = (byte: number) => byte >= 0x80 && byte <= 0xbf;

/** The bytes of the character that begins here, where it is a letter or an ideograph (U+4E00 to U+9FFF); 0 where not. */
function sizeOf(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  if (isLetter(first)) return 1;
  const isIdeograph = first === 0xe4 ? second >= 0xb8 : first > 0xe4 && first <= 0xe9;
  return isIdeograph && goesOn(second) && goesOn(third) ? 3 : 0;
}

/** As `maskName`, of names that are of letters and ideographs alone, as most are. */
export const maskNameBytes: MaskBytes = (bytes, start, end, to) => {
  let characters = 0;
  let [next, last] = [start, start];
  while (next < end) {
    const size = sizeOf(bytes, next);
    if (size === 0 || next + size > end) return false;
    last = next;
    next += size;
    characters += 1;
  }
  if (characters === 0) return false;
  if (characters > 1) to.show(bytes, start, start + sizeOf(bytes, start));
  to.star(Math.max(1, characters - 2));
  if (characters > 2) to.show(bytes, last, end);
  return true;
};
