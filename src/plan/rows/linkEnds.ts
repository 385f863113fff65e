import type { Column } from '../../source/column/column.js';

/** The two columns of a link. */
interface LinkEnds {
  readonly from: Column;
  readonly to: Column;
}

/**
 * The columns of a link, as they are compared with each other. Both hold one thing: where one end says
 * that it is spelled in either case, the other is spelled so too.
 */
export function linkEnds(from: Column, to: Column): LinkEnds {
  if (!from.eitherCase && !to.eitherCase) return { from, to };
  return { from: { ...from, eitherCase: true }, to: { ...to, eitherCase: true } };
}
