import type { Resource } from '../../catalog/model/catalog.js';
import type { Parameter } from '../../source/parameter.js';

/** Those whom a root asks for by key, each as often as it does. */
export interface AskedKeys {
  /** What the keys are: an element, as `citizen-id`, or the key of one resource, as `Pupil.cardNo`. */
  readonly of: string;
  readonly keys: readonly Parameter[];
}

/** Those whom keys of a resource stand for; null where the resource is about nobody. */
export function toAskedKeys(
  { subject, name, key, fields }: Resource,
  keys: readonly Parameter[],
): AskedKeys | null {
  if (subject === null) return null;
  return { of: fields.get(key)?.element ?? `${name}.${key}`, keys };
}
