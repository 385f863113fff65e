/** What a requester may do with a field, apart from seeing it. */
export const uses = ['LOOKUP', 'FILTER', 'SORT', 'GROUP', 'JOIN', 'VERIFY'] as const;
export type Use = (typeof uses)[number];

/** How rows of a resource may be come by; empty by default. */
export const reaches = ['LOOKUP', 'LIST', 'LINKED', 'VERIFY', 'STATISTICS', 'EXPORT'] as const;
export type Reach = (typeof reaches)[number];

/** Uses that would let a value behind a mask steer the answer: only a clear field may have them. */
export const usesOfClear: readonly Use[] = ['FILTER', 'SORT', 'GROUP'];

export function intersect<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): ReadonlySet<T> {
  return new Set([...one].filter((member) => other.has(member)));
}
