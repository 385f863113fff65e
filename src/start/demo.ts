import type { Deployment } from './deployment.js';

/** What a demo brings instead of production's settings. */
export type PreparedDemo = Required<
  Pick<Deployment, 'sources' | 'policy' | 'control' | 'masterKey' | 'explorer'>
>;

/**
 * The port by which a demo comes into mode `demo`. Nothing in `src` imports a demo: the entry
 * passes one in, so that a gateway for production can be built and run without it.
 */
export interface Demo {
  /** The ids of its clients. They are no secret, so an error may name them. */
  readonly clients: readonly string[];
  /** The folder of its catalogs. */
  readonly catalogDir: string;
  /**
   * Makes its data, keys and policy. What is there already is used again.
   *
   * @param dataDir the gateway's folder of data
   * @param say is told of what takes time
   * @param servers `mysql://<user>:<password>@<host>:<port>`, the same with `postgres`, or both with a comma
   *   between, to hold the data in the place of files
   */
  readonly prepare: (
    dataDir: string,
    say: (line: string) => void,
    servers?: string,
  ) => Promise<PreparedDemo>;
  /** The master key of a demo that was prepared before. */
  readonly readMasterKey: (dataDir: string) => Promise<Uint8Array>;
  /** What a newcomer is told once the demo's gateway listens. */
  readonly welcome: (dataDir: string, address: string) => Promise<readonly string[]>;
}

/**
 * The demo that mode `demo` asks for.
 *
 * @param demo null where the entry brings none
 * @throws {Error} that says which entry does
 */
export function requireDemo(demo: Demo | null): Demo {
  if (demo) return demo;
  throw new Error(
    'There is no demo here: state TONGDAO_MODE=production with catalogs, sources, policy and master key of your own; or start the demo by `npm start`, and ask it by `npx tongdao`.',
  );
}
