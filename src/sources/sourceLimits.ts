/** What bounds the statements of a gateway at each of its sources. */
export interface SourceLimits {
  /** Milliseconds that a statement may take, from when it is sent. */
  readonly timeout: number;
  /** Milliseconds that a statement may wait for its turn before. */
  readonly queueTimeout: number;
  /** The most statements of one client that wait at one source. */
  readonly queueLength: number;
  /** How many statements run at once, where the source runs any number. */
  readonly statements: number;
  /** How many heavy ones run beside them. */
  readonly heavyStatements: number;
  /** The most bytes of a value that is fetched; a larger one is told as null, with an error. */
  readonly maxValueSize: number;
}

export const defaultSourceLimits: SourceLimits = Object.freeze({
  timeout: 5_000,
  queueTimeout: 10_000,
  queueLength: 1_000,
  statements: 16,
  heavyStatements: 2,
  maxValueSize: 1_000_000,
});
