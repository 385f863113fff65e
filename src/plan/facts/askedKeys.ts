import type { Resource } from '../../catalog/model/catalog.js';
import type { Parameter } from '../../source/parameter.js';

/** The people or bodies that a root asks for by key, each as often as it is asked for. */
export interface AskedKeys {
  /**
   * What the keys are: an element, such as `citizen-id`, or the key of one resource, such as
   * `Pupil.cardNo`.
   */
  readonly of: string;
  readonly keys: readonly Parameter[];
}

/** Who the keys of a resource stand for; null where the resource is about nobody. */
export function toAskedKeys(
  { subject, name, key: [key = ''], fields }: Resource,
  keys: readonly Parameter[],
): AskedKeys | null {
  if (subject === null) return null;
  return { of: fields.get(key)?.element ?? `${name}.${key}`, keys };
}
