import { grades, model, type TypeName } from '../universe/model.js';

import { areDigits, partsOf } from './digits.js';
import { asKeyOf, type AsKey } from './spelling.js';

export type Value = string | number | boolean | null;

/** By code point, as UTF-8 bytes are ordered; numbers by size, and of two truths false first. */
export function compareValues(one: Exclude<Value, null>, other: Exclude<Value, null>): number {
  if (typeof one !== 'string' && typeof other !== 'string') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

/** How the values of a field are ordered: digits that are numbers by their size, a code list by its codes. */
export function comparerOf(type: TypeName, field: string): typeof compareValues {
  // "Sorted by the codes."
  if (model[type].fields[field]?.type === 'Grade') {
    return (one, other) => compareValues(grades[String(one)]!, grades[String(other)]!);
  }
  // A fraction of a second comes after none.
  if (model[type].fields[field]?.type === 'DateTime') {
    const clock = (value: Value) => String(value).slice(0, -1);
    return (one, other) => compareValues(clock(one), clock(other));
  }
  if (!areDigits(type, field)) return compareValues;
  return (one, other) => {
    const difference = partsOf(String(one)) - partsOf(String(other));
    return difference < 0n ? -1 : Number(difference > 0n);
  };
}

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};

/** How the values of a field are compared. */
export interface Comparing {
  /** What is compared where a value may be one of several. */
  readonly asKey: AsKey;
  readonly compare: typeof compareValues;
}

/** @param citizens the fields of the type that hold citizens' numbers */
export function comparingOf(
  type: TypeName,
  field: string,
  citizens: ReadonlySet<string>,
): Comparing {
  const asDigits = (value: Value) => (value === null ? null : String(value));
  const asId = (value: Value) => (typeof value === 'string' ? value.toLowerCase() : value);
  const asText = model[type].fields[field]?.isUuid ? asId : asKeyOf(citizens, field);
  return {
    asKey: areDigits(type, field) ? asDigits : asText,
    compare: comparerOf(type, field),
  };
}

/** "A null meets no comparison." */
export function meetsOperator(
  value: Value,
  name: string,
  operand: unknown,
  { asKey, compare }: Comparing,
): boolean {
  if (name === 'isNull') return (value === null) === operand;
  if (name === 'eq' || name === 'in') {
    return value !== null && ([operand].flat() as Value[]).map(asKey).includes(asKey(value));
  }
  if (value === null) return false;
  if (name === 'has') return (JSON.parse(String(value)) as unknown[]).includes(operand);
  if (name === 'contains') return String(value).includes(String(operand));
  if (name === 'startsWith') return String(value).startsWith(String(operand));
  return operators[name]!(compare(value, operand as Exclude<Value, null>));
}
