/**
 * Freezes plain objects and arrays all the way down. Instances of classes (schemas, syntax trees,
 * maps, sets) are left alone: their type keeps them read-only.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) {
    return value;
  }
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
