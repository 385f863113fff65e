import type { Resource } from '../../catalog/model/catalog.js';
import type { Parameter } from '../../source/parameter.js';
import type { AskedKeys } from '../rootPlanner.js';

/** Those whom keys of a resource stand for; null where the resource is about nobody. */
export function askedKeysOf(
  { subject, name, key, fields }: Resource,
  keys: readonly Parameter[],
): AskedKeys | null {
  if (subject === null) return null;
  return { of: fields.get(key)?.element ?? `${name}.${key}`, keys };
}
