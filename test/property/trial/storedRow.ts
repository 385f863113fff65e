import { testSources } from '../../support/testSources.js';
import { areStoredDigits } from '../reference/digits.js';
import { heldAs } from '../reference/meaning.js';
import { columnsOf } from '../universe/columns.js';
import { model, type ModelRow, type TypeName } from '../universe/model.js';

type Stored = string | number | bigint | Buffer | readonly string[] | null;

function stored(type: TypeName, name: string, row: ModelRow): Stored {
  const value = heldAs(type, name, row[name] ?? null);
  if (typeof value === 'boolean') return Number(value);
  if (model[type].fields[name]?.isBytes && value !== null) {
    const digits = String(value);
    // In JSON bytes are a text.
    return testSources === 'postgres' ? `\\x${digits}` : Buffer.from(digits, 'hex');
  }
  if (model[type].fields[name]?.type === 'List' && value !== null) {
    const elements = JSON.parse(String(value)) as readonly string[];
    return testSources === 'postgres' ? elements : elements.join(',');
  }
  const isWhole = value !== null && areStoredDigits(type, name) && !String(value).includes('.');
  return isWhole ? BigInt(String(value)) : value;
}

/** A row as a database stores it: truths as 1 and 0, digits of whole numbers as such, ids as bytes. */
export function storedRow(type: TypeName, row: ModelRow): Readonly<Record<string, Stored>> {
  return Object.fromEntries(columnsOf[type].map((name) => [name, stored(type, name, row)]));
}
