import type { Pool } from 'mysql2';

import type { MysqlAddress } from '../../address/mysqlAddress.js';
import { withDeadline } from '../../shared/withDeadline.js';

import { cut } from './cut.js';
import { Killer } from './killer.js';
import { connectionOptions, openPool, type OpenPool } from './openPool.js';

/** Milliseconds that a connection may take to end when nothing runs on it. */
const patience = 1_000;

function cutAll({ connections }: OpenPool): void {
  for (const connection of [...connections]) cut(connection);
}

/**
 * The connections of a gateway to one source. Where one of them gets no answer any more, most likely
 * none of its time does: all are replaced, so that the next statements do not find out one by one.
 */
export class Connections {
  readonly killer: Killer;
  readonly #openPool: () => OpenPool;
  readonly #timeout: number;
  /** The connections that were replaced, until they have ended. */
  readonly #replaced = new Set<OpenPool>();
  #open: OpenPool;
  #isClosed = false;

  /**
   * @param limit the most connections
   * @param timeout milliseconds that a statement may take
   */
  constructor(address: MysqlAddress, limit: number, timeout: number) {
    const options = connectionOptions(address);
    this.killer = new Killer(options);
    this.#openPool = () => openPool(options, limit);
    this.#timeout = timeout;
    this.#open = this.#openPool();
  }

  get pool(): Pool {
    return this.#open.pool;
  }

  /**
   * Replaces the connections of a pool. Statements under way on them go on until their deadlines.
   *
   * @returns whether it was this call that replaced them
   */
  replace(pool: Pool): boolean {
    if (pool !== this.pool || this.#isClosed) return false;
    const old = this.#open;
    this.#open = this.#openPool();
    this.#replaced.add(old);
    void this.#end(old).then(() => this.#replaced.delete(old));
    return true;
  }

  /** Statements under way are answered first, or given up at their deadlines. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const old of this.#replaced) cutAll(old);
    await this.#end(this.#open);
    this.killer.close();
  }

  async #end(open: OpenPool): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      open.pool.end(() => {
        resolve();
      });
    });
    // What is silent now was given up before, or is idle: nobody waits for it longer than for a
    // statement.
    const late = () => new Error('a connection does not end');
    await withDeadline(ended, this.#timeout + patience, late).catch(() => undefined);
    cutAll(open);
  }
}
