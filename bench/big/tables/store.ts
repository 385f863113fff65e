/** A database of this bench's own, in which the big tables are made. */
export interface Store {
  /** Where it is, as `openSource` takes it. */
  readonly url: string;
  /** Runs one statement without values; rows come as arrays. */
  readonly run: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  readonly close: () => Promise<void>;
}
