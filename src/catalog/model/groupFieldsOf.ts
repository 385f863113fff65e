import { scalarTypes } from '../../value/scalarTypes.js';

import type { Field, GroupField } from './catalog.js';

/**
 * Lists by name what rows can be grouped by: whole values, and the years and months of days.
 *
 * @param fields the fields by which rows may be grouped
 * @param taken names of fields; a field named like a part of a day takes that name for itself
 */
export function groupFieldsOf(
  fields: Iterable<Field>,
  taken: { has(name: string): boolean },
): ReadonlyMap<string, GroupField> {
  const groups = new Map<string, GroupField>();
  for (const field of fields) {
    const { name, type } = field;
    if (!scalarTypes[type].isGrouped) continue;
    groups.set(name, { name, field, part: 'value' });
    if (type !== 'Date' && type !== 'LocalDateTime') continue;
    for (const part of ['year', 'month'] as const) {
      const ofPart = `${name}_${part}`;
      if (!taken.has(ofPart)) groups.set(ofPart, { name: ofPart, field, part });
    }
  }
  return groups;
}
