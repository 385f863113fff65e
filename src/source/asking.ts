/** `light`: a statement that looks at few rows. `heavy`: one that looks at many, such as a count of a large table. */
export type Lane = 'light' | 'heavy';

/** How many statements of each lane a source runs at once. */
export type LanePlaces = Readonly<Record<Lane, number>>;

/** For whom a statement runs, and in which place of its source. */
export interface Asking {
  /** The client whose share of the source is used. */
  readonly asker: string;
  /** Set by the queue in front of the source. */
  readonly lane?: Lane;
  /**
   * Keeps the place in the lane until the source is done with a statement that was given up. Where
   * the promise is rejected, the source cannot be reached.
   */
  readonly holdUntil?: (done: Promise<unknown>) => void;
}
