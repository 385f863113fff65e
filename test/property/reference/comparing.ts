export type Value = string | number | boolean | null;

/** By code point, as UTF-8 bytes are ordered; numbers by size, and of two truths false first. */
export function compareValues(one: Exclude<Value, null>, other: Exclude<Value, null>): number {
  if (typeof one !== 'string' && typeof other !== 'string') return Number(one) - Number(other);
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

const operators: Readonly<
  Record<string, (value: Exclude<Value, null>, operand: never) => boolean>
> = {
  eq: (value, operand) => value === operand,
  in: (value, operand: readonly unknown[]) => operand.includes(value),
  lt: (value, operand) => compareValues(value, operand) < 0,
  lte: (value, operand) => compareValues(value, operand) <= 0,
  gt: (value, operand) => compareValues(value, operand) > 0,
  gte: (value, operand) => compareValues(value, operand) >= 0,
  startsWith: (value, operand: string) => String(value).startsWith(operand),
};

/** "A null meets no comparison." */
export function meetsOperator(value: Value, name: string, operand: unknown): boolean {
  if (name === 'isNull') return (value === null) === operand;
  return value !== null && operators[name]!(value, operand as never);
}
