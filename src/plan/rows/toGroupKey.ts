import type { GroupField, GroupPart } from '../../catalog/model/catalog.js';
import type { GroupKey } from '../../source/aggregateRequest.js';

/** How many characters of an ISO day are its year, and its month. */
const lengths: { readonly [Part in Exclude<GroupPart, 'value'>]: number } = { year: 4, month: 7 };

/** What a source groups by, for what rows are grouped by. */
export function toGroupKey({ field: { column }, part }: GroupField): GroupKey {
  return part === 'value'
    ? { kind: 'column', column }
    : { kind: 'dayPart', column, length: lengths[part] };
}
