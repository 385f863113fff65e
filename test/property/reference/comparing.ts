export type Value = string | number | boolean | null;

/** By code point, as UTF-8 bytes are ordered; numbers by size, and of two truths false first. */
export function compareValues(one: Exclude<Value, null>, other: Exclude<Value, null>): number {
  if (typeof one !== 'string' && typeof other !== 'string') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

const operators: Readonly<
  Record<string, (value: Exclude<Value, null>, operand: never) => boolean>
> = {
  lt: (value, operand) => compareValues(value, operand) < 0,
  lte: (value, operand) => compareValues(value, operand) <= 0,
  gt: (value, operand) => compareValues(value, operand) > 0,
  gte: (value, operand) => compareValues(value, operand) >= 0,
  startsWith: (value, operand: string) => String(value).startsWith(operand),
};

/**
 * "A null meets no comparison."
 *
 * @param asKey what is compared where a value may be one of several
 */
export function meetsOperator(
  value: Value,
  name: string,
  operand: unknown,
  asKey: (value: Value) => Value = (same) => same,
): boolean {
  if (name === 'isNull') return (value === null) === operand;
  if (name === 'eq' || name === 'in') {
    return value !== null && ([operand].flat() as Value[]).map(asKey).includes(asKey(value));
  }
  return value !== null && operators[name]!(value, operand as never);
}
