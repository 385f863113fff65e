import type { Field, GroupField } from './catalog.js';

/**
 * What rows can be grouped by, by its name. Two numbers with a fraction are seldom the same, so that
 * there are no groups by those.
 *
 * @param fields those that rows may be grouped by
 * @param taken names of fields: one that is named like a part of a day stands for itself
 */
export function groupFieldsOf(
  fields: Iterable<Field>,
  taken: { has(name: string): boolean },
): ReadonlyMap<string, GroupField> {
  const groups = new Map<string, GroupField>();
  for (const field of fields) {
    const { name, type } = field;
    if (type === 'Float') continue;
    groups.set(name, { name, field, part: 'value' });
    if (type !== 'Date') continue;
    for (const part of ['year', 'month'] as const) {
      const ofPart = `${name}_${part}`;
      if (!taken.has(ofPart)) groups.set(ofPart, { name: ofPart, field, part });
    }
  }
  return groups;
}
