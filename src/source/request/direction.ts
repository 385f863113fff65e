/** How one column is sorted. Nulls come last unless the direction says that they come first. */
export type Direction = 'ASC' | 'DESC' | 'ASC_NULLS_FIRST' | 'DESC_NULLS_FIRST';

interface DirectionMeaning {
  readonly ascends: boolean;
  readonly nullsFirst: boolean;
  /** The same order, read from its other end. */
  readonly reversed: Direction;
}

export const directions: { readonly [D in Direction]: DirectionMeaning } = {
  ASC: { ascends: true, nullsFirst: false, reversed: 'DESC_NULLS_FIRST' },
  DESC: { ascends: false, nullsFirst: false, reversed: 'ASC_NULLS_FIRST' },
  ASC_NULLS_FIRST: { ascends: true, nullsFirst: true, reversed: 'DESC' },
  DESC_NULLS_FIRST: { ascends: false, nullsFirst: true, reversed: 'ASC' },
};
