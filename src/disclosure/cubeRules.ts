/** What is rounded: how many rows or people there are, or a sum. */
export interface FigureRules {
  /** What it is called in the identity of a cell; null for the count. */
  readonly name: string | null;
  /** Cells are told as multiples of it, totals as multiples of twice it. */
  readonly base: number;
}

/** How the numbers of a cube are rounded. */
export interface CubeRules {
  /** What each dimension is called in the identity of a cell. */
  readonly dimensions: readonly string[];
  /** The count, then the measures. */
  readonly figures: readonly [FigureRules, ...FigureRules[]];
  /** Whether one person may be in several cells. */
  readonly hasShared: boolean;
}
