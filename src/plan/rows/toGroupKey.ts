import type { GroupField, GroupPart } from '../../catalog/model/catalog.js';
import type { GroupKey } from '../../source/request/aggregateRequest.js';

/** How many characters of an ISO day give the year, and the month. */
const lengths: { readonly [Part in Exclude<GroupPart, 'value'>]: number } = { year: 4, month: 7 };

/** The group key that a source is given for a field of `groupBy`. */
export function toGroupKey({ field: { column }, part }: GroupField): GroupKey {
  return part === 'value'
    ? { kind: 'column', column }
    : { kind: 'dayPart', column, length: lengths[part] };
}
