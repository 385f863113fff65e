import type { Resource } from '../../catalog/model/catalog.js';
import type { Parameter } from '../../source/column/parameter.js';
import type { Key } from '../../source/request/key.js';

/** The people or bodies that a root asks for by key, each as often as it is asked for. */
export interface AskedKeys {
  /**
   * What the keys are: an element, such as `citizen-id`, or the key of one resource, such as
   * `Pupil.cardNo`.
   */
  readonly of: string;
  readonly keys: readonly Parameter[];
}

/**
 * Who the keys of a resource stand for; null where the resource is about nobody. A part of a key that says
 * whom a row is about stands for them.
 */
export function toAskedKeys(
  { subject, name, key, fields }: Resource,
  keys: readonly Key[],
): AskedKeys | null {
  if (subject === null) return null;
  const place = key.length === 1 ? 0 : key.indexOf(subject);
  const field = key[place];
  if (field === undefined) {
    return { of: `${name}.${key.join('+')}`, keys: keys.map((parts) => JSON.stringify(parts)) };
  }
  const of = fields.get(field)?.element ?? `${name}.${field}`;
  return { of, keys: keys.flatMap((parts) => parts[place] ?? []) };
}
