/**
 * A place in an answer, as a link to its parent. Most places are never told, so the full path is
 * written only on demand.
 */
export interface Path {
  readonly prev: Path | null;
  readonly key: string | number;
}

export function at(prev: Path | null, key: string | number): Path {
  return { prev, key };
}

/** The full path of a place, as errors give it (GraphQL specification, 7.1.2). */
export function pathInFull(path: Path): readonly (string | number)[] {
  return path.prev ? [...pathInFull(path.prev), path.key] : [path.key];
}
