import type { Storage } from '../source/column/column.js';
import type { SqlValue } from '../source/row.js';

import type { ElementName } from './elementStorages.js';
import type { Json } from './scalarType.js';
import { scalarTypes } from './scalarTypes.js';

/** A source brings each element as a text. */
function heldAs(storage: Storage, text: string): Exclude<SqlValue, null> {
  if (storage === 'BOOLEAN' && /^(?:true|false)$/.test(text)) return text === 'true';
  if (storage !== 'INTEGER') return text;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/**
 * Reads a list, which a row brings as an array of texts in JSON.
 *
 * @param storage that of its elements
 * @returns undefined where it is none, or one of its elements is a null, a list, or of another type
 */
export function readList(
  elements: ElementName,
  storage: Storage,
  value: SqlValue,
): readonly Json[] | undefined {
  if (typeof value !== 'string') return undefined;
  const held = JSON.parse(value) as unknown;
  if (!Array.isArray(held)) return undefined;
  const read = held.map((one: unknown) =>
    typeof one === 'string' ? scalarTypes[elements].read(heldAs(storage, one), storage) : undefined,
  );
  return read.every((one) => one !== undefined) ? read : undefined;
}
