import { jsonBytes } from './jsonOut.js';
import type { Writing } from './writing.js';

const [opening, closing] = [jsonBytes('['), jsonBytes(']')];

/** Writes a list, each of its members by `write`. */
export function writeList<Item>(
  items: readonly Item[],
  { out }: Writing,
  write: (item: Item, index: number) => void,
): void {
  out.bytes(opening);
  for (const [index, item] of items.entries()) {
    if (index > 0) out.comma();
    write(item, index);
  }
  out.bytes(closing);
}
