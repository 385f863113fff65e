/** What a requester may do with a field, apart from seeing it. */
export const uses = ['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN', 'VERIFY'] as const;
export type Use = (typeof uses)[number];

/** The ways in which rows of a resource may be reached. A resource has none by default. */
export const reaches = ['LOOKUP', 'LIST', 'LINKED', 'VERIFY', 'STATISTICS', 'EXPORT'] as const;
export type Reach = (typeof reaches)[number];

/** Only a clear field may have these uses: by them, a value behind a mask would shape the answer. */
export const usesOfClear: readonly Use[] = ['FILTER', 'SORT', 'GROUP'];

export function intersect<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...one].filter((member) => other.has(member)));
}
