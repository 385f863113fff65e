import type { DemoDatabase } from './demoDatabase.js';

/** A source of the demo that is ready to be asked. */
export interface Prepared {
  /** As `openSource` takes it. */
  readonly url: string;
  /** How many rows were written; null where the data was there already. */
  readonly written: number | null;
}

/** Where the demo's data lies: one database for each agency, made whole or not at all. */
export interface DemoStore {
  prepare(database: DemoDatabase): Promise<Prepared>;
  close(): Promise<void>;
}
