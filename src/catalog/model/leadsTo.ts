import type { Link } from './catalog.js';

/** The fields of other rows that a link goes by, as `Type.field`. */
export function leadsTo({ steps }: Link): readonly string[] {
  return steps.flatMap(({ target, on }, at) => [
    ...on.map(({ to }) => `${target}.${to}`),
    ...(steps[at + 1]?.on ?? []).map(({ from }) => `${target}.${from}`),
  ]);
}

/** The fields of its own row that a link goes by. */
export function leadsFrom({ steps }: Link): readonly string[] {
  return (steps[0]?.on ?? []).map(({ from }) => from);
}
