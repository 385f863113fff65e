/** One number of a cell, with the facts that decide whether it may be published. */
export interface Figure {
  readonly value: number;
  /** At least so many people are in it, or rows if the rows are not about people. */
  readonly contributors: number;
  /** The most that one of them contributes. */
  readonly most: number;
}

/** Merges the figures of two cells into the figure of both together. */
export type Merge = (one: Figure, other: Figure) => Figure;

/** For tables where each person has one row, so that nobody is in two cells. */
export const mergeDisjoint: Merge = (one, other) => ({
  value: one.value + other.value,
  contributors: one.contributors + other.contributors,
  most: Math.max(one.most, other.most),
});

/**
 * For tables where a person may have several rows. The people of one cell may all be in the other too, and
 * one person may contribute most to both. So this is the worst case: the fewest people, the largest share.
 */
export const mergeOverlapping: Merge = (one, other) => ({
  value: one.value + other.value,
  contributors: Math.max(one.contributors, other.contributors),
  most: one.most + other.most,
});
