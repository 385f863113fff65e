import type { MaskBytes } from './maskBytes.js';

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isX = (byte: number) => byte === 0x58 || byte === 0x78;

/** As `maskIdNumber`, of every text that it takes. */
export const maskIdNumberBytes: MaskBytes = (bytes, start, end, to) => {
  const length = end - start;
  if (length !== 15 && length !== 18) return false;
  for (let at = start; at < end - 1; at += 1) {
    if (!isDigit(bytes[at] ?? 0)) return false;
  }
  const last = bytes[end - 1] ?? 0;
  if (!isDigit(last) && !(length === 18 && isX(last))) return false;
  to.show(bytes, start, start + 3);
  to.star(length - 7);
  to.show(bytes, end - 4, end);
  return true;
};
