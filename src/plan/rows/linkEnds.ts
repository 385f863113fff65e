import type { LinkPart } from '../../catalog/model/catalog.js';
import type { Column } from '../../source/column/column.js';

/** The columns by which a step of a link leads, each by its place. */
export interface LinkEnds {
  readonly from: readonly Column[];
  readonly to: readonly Column[];
}

/**
 * The two columns of a part, as they are compared with each other. Both hold one thing: where one end says
 * that it is spelled in either case, the other is spelled so too.
 */
function alike(from: Column, to: Column): readonly [from: Column, to: Column] {
  if (!from.eitherCase && !to.eitherCase) return [from, to];
  return [
    { ...from, eitherCase: true },
    { ...to, eitherCase: true },
  ];
}

type ColumnOf = (field: string) => Column | undefined;

/** Finds the columns of a step; undefined where a field is missing. */
export function linkEnds(
  on: readonly LinkPart[],
  fromOf: ColumnOf,
  toOf: ColumnOf,
): LinkEnds | undefined {
  const from: Column[] = [];
  const to: Column[] = [];
  for (const part of on) {
    const [one, other] = [fromOf(part.from), toOf(part.to)];
    if (!one || !other) return undefined;
    const [near, far] = alike(one, other);
    from.push(near);
    to.push(far);
  }
  return { from, to };
}
