import { areStoredDigits } from '../reference/digits.js';
import { heldAs } from '../reference/meaning.js';
import { columnsOf } from '../universe/columns.js';
import type { ModelRow, TypeName } from '../universe/model.js';

/** A row as a database stores it: truths as 1 and 0, digits of whole numbers as such. */
export function storedRow(
  type: TypeName,
  row: ModelRow,
): Readonly<Record<string, string | number | bigint | null>> {
  const stored = columnsOf[type].map((name) => {
    const value = heldAs(type, name, row[name] ?? null);
    if (typeof value === 'boolean') return [name, Number(value)] as const;
    const isWhole = value !== null && areStoredDigits(type, name) && !String(value).includes('.');
    return [name, isWhole ? BigInt(String(value)) : value] as const;
  });
  return Object.fromEntries(stored);
}
