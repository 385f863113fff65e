/** Joins the parts. A single part, the usual case, is returned as it is. */
export function concatenate<T>(parts: readonly (readonly T[])[]): readonly T[] {
  const [first, ...more] = parts;
  // Not `flat`, which takes several times as long.
  return more.length === 0 ? (first ?? []) : ([] as T[]).concat(...parts);
}

/** Cuts a list into parts of at most `size` members. An empty list has no part. */
export function chunk<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, part) => list.slice(part * size, (part + 1) * size));
}
