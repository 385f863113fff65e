/** A place in an answer, by its parent: most are never told, so none is written out before it is. */
export interface Path {
  readonly prev: Path | null;
  readonly key: string | number;
}

export function at(prev: Path | null, key: string | number): Path {
  return { prev, key };
}

/** A place as errors tell it (GraphQL specification, 7.1.2). */
export function pathInFull(path: Path): readonly (string | number)[] {
  return path.prev ? [...pathInFull(path.prev), path.key] : [path.key];
}
