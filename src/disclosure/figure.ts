/** One number of a cell, with what tells whether it may be published. */
export interface Figure {
  readonly value: number;
  /** Of how many people it is made up, at the least; of how many rows, where none is about a person. */
  readonly contributors: number;
  /** What one of them makes up of it, at the most. */
  readonly most: number;
}

/** How figures of different cells come to that of both. */
export type Merge = (one: Figure, other: Figure) => Figure;

/** Where everybody has one row: nobody is in two cells. */
export const mergeDisjoint: Merge = (one, other) => ({
  value: one.value + other.value,
  contributors: one.contributors + other.contributors,
  most: Math.max(one.most, other.most),
});

/**
 * Where somebody may have several rows: those of one cell may all be in the other too, and who makes up
 * the most of the one, also of the other. So a number is taken to be of fewer people than it may be.
 */
export const mergeOverlapping: Merge = (one, other) => ({
  value: one.value + other.value,
  contributors: Math.max(one.contributors, other.contributors),
  most: one.most + other.most,
});
